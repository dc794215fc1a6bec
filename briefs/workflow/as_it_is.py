"""Look at a brief as it is at this moment, and let nobody else move it until the change at hand is done."""

from briefs.models import Brief


def hold_still(brief: Brief) -> None:
    """Lock the brief's row and read anew where it stands and whose it is; to be called inside a transaction.

    What a page was opened on may be minutes old: a decision is made on the brief as it is, and two people who
    decide at once come one after the other.
    """
    Brief.objects.select_for_update().only("pk").get(pk=brief.pk)
    brief.refresh_from_db(
        fields=["state", "owner", "author", "submitted_at", "approved_at", "approved_by", "returned_because"]
    )
