"""Look at a brief or an opinion as it is at this moment, and let nobody else move it until the change at hand is done.

What a page was opened on may be minutes old: a decision is made on what is there, and two people who decide at once
come one after the other. All is called inside a transaction. Who needs both takes the opinion first, then the brief, as
whoever marks a passage for a brief does: so no two ever wait for each other.
"""

from briefs.models import Brief, Opinion


def hold_still(brief: Brief) -> None:
    """Lock the brief's row and read anew where it stands and whose it is."""
    Brief.objects.select_for_update().only("pk").get(pk=brief.pk)
    brief.refresh_from_db(
        fields=["state", "owner", "author", "submitted_at", "approved_at", "approved_by", "returned_because"]
    )


def hold_opinion(opinion: Opinion) -> None:
    """Lock the opinion's row and read anew what is covered in it and whether it is public.

    Two who sign at once would each cover without the other's words, and the last would uncover them (INV-12).
    """
    present = Opinion.objects.select_for_update(of=("self",)).only("hidden", "released_at").get(pk=opinion.pk)
    opinion.hidden, opinion.released_at = present.hidden, present.released_at


def hold_case(brief: Brief) -> None:
    """Lock every opinion of the brief's case: none is retyped, taken back or uncovered while the brief goes out."""
    opinions = Opinion.objects.select_for_update(of=("self",)).filter(case__opinions=brief.opinion_id)
    list(opinions.order_by("pk").values_list("pk"))
