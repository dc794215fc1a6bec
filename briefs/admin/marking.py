"""The form that marks a passage."""

from datetime import datetime
from typing import Any

from django import forms

from briefs.admin.desk_marks import Desk
from briefs.models import Annotation, Brief, Holding, Issue
from briefs.models.vocabulary import Voice
from briefs.workflow.annotate import block_of, default_voice, kinds_for, places_of
from briefs.workflow.standing import called

MOST_PLACES, AROUND = 20, 60


class MarkForm(forms.Form):
    """What is marked, as what, in whose voice, under which issues. The passage is a quotation, or two offsets.

    `places` are the passages a quotation may mean, when it stands in several: (value, where, before, words, after).
    """

    quote = forms.CharField(
        required=False,
        label="Passage",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Select it in the text, or paste the words here.",
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen_at = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="What it is")
    voice = forms.ChoiceField(label="Whose words")
    issues = forms.MultipleChoiceField(required=False, label="Issues")
    note = forms.CharField(
        required=False,
        label="Note",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the clinic only; never published.",
    )
    used_in = forms.ChoiceField(required=False, label="Use it in a brief")

    def __init__(self, *args: Any, desk: Desk, mark: Annotation | None = None, **kwargs: Any) -> None:
        self.desk, self.mark = desk, mark
        self.places: list[dict[str, str]] = []
        if mark is not None:
            kept = {"kind": mark.kind, "voice": mark.voice, "note": mark.note}
            kept |= {"issues": [str(pk) for pk in mark.issue_ids], "seen_at": mark.changed_at.isoformat()}  # type: ignore[attr-defined]
            kwargs.setdefault("initial", kept)
        super().__init__(*args, **kwargs)
        opinion = desk.opinion
        voices = [choice for choice in Voice.choices if not (opinion.is_separate and choice[0] == Voice.COURT)]
        self.fields["kind"].choices = [("", "Choose what it is"), *kinds_for(opinion)]  # type: ignore[attr-defined]
        self.fields["voice"].choices = voices  # type: ignore[attr-defined]
        self.fields["voice"].initial = default_voice(opinion)
        self.fields["version"].initial = opinion.text_version
        self.fields["issues"].choices = [(str(pk), issue.name) for pk, issue in desk.issues.items()]  # type: ignore[attr-defined]
        self.fields["used_in"].choices = self._uses()  # type: ignore[attr-defined]
        if mark is not None:
            self.fields["quote"].label = "Other words"
            self.fields["quote"].help_text = "Only to put the mark on other words: select them, or paste them here."

    @property
    def issue_boxes(self) -> list[tuple[Issue, bool]]:
        """Give every issue and whether it is ticked."""
        ticked = {str(value) for value in self["issues"].value() or ()}
        return [(issue, str(pk) in ticked) for pk, issue in self.desk.issues.items()]

    def _uses(self) -> list[Any]:
        """Offer a new holding of each brief the person may write in, and its holdings not yet pinned here."""
        new = "A new proposition" if self.desk.opinion.is_separate else "A new holding"
        already = set(self.mark.used_by) if self.mark is not None else set()  # type: ignore[attr-defined]
        offered: list[Any] = [("", "Not yet")]
        for brief in self.desk.own_briefs:
            there = [
                (f"holding-{one.pk}", f"Pin to {called(one)}: {one.answer[:60]}")
                for one in self.desk.holdings.values()
                if one.brief_id == brief.pk and one.pk not in already
            ]
            name = f"{brief.title} ({brief.get_state_display().lower()}, {brief.author})"
            offered.append((name, [(f"brief-{brief.pk}", f"{new} of “{brief.title}”"), *there]))
        return offered

    def clean_issues(self) -> list[Issue]:
        """Give the issues themselves."""
        return [self.desk.issues[int(pk)] for pk in self.cleaned_data["issues"]]

    def clean_seen_at(self) -> datetime | None:
        """Give when the mark that is shown was last changed; without it nothing is compared."""
        try:
            return datetime.fromisoformat(self.cleaned_data["seen_at"])
        except ValueError:
            return None

    def clean_used_in(self) -> Brief | Holding | None:
        """Give the brief or the holding that was chosen."""
        kind, _, pk = self.cleaned_data["used_in"].partition("-")
        if kind == "holding":
            return self.desk.holdings[int(pk)]
        return next((brief for brief in self.desk.briefs if str(brief.pk) == pk), None)

    def clean(self) -> dict[str, Any]:
        """Find the passage; ask for one where none was given, and which is meant where it stands in several places."""
        cleaned = super().clean() or {}
        if cleaned.get("version") not in (None, self.desk.opinion.text_version):
            # counted in a text that was replaced meanwhile: only the words still say what is meant
            cleaned["start"] = cleaned["end"] = None
        if "start" in self.errors or "end" in self.errors:
            self.add_error("quote", "That is no place in the text; select the passage again.")
        elif cleaned.get("start") is None or cleaned.get("end") is None:
            cleaned["start"] = cleaned["end"] = None
            if cleaned.get("quote", "").strip():
                self._find(cleaned)
            elif self.mark is None and "quote" not in self.errors:
                self.add_error("quote", "Select a passage in the text, or paste the words to be marked.")
        return cleaned

    def _find(self, cleaned: dict[str, Any]) -> None:
        found = places_of(self.desk.opinion, cleaned["quote"])
        meant = self.data.get(self.add_prefix("place"), "")
        chosen = [place for place in found if f"{place[0]}-{place[1]}" == meant] or found
        if len(chosen) == 1:
            cleaned["start"], cleaned["end"] = chosen[0]
        elif not chosen:
            self.add_error("quote", "These words do not stand in the opinion. Check the quotation word by word.")
        elif len(chosen) > MOST_PLACES:
            many = f"These words stand in {len(chosen)} places; paste a longer passage so that one is meant."
            self.add_error("quote", many)
        else:
            self.places = [self._place(*place) for place in chosen]
            self.add_error("quote", f"These words stand in {len(chosen)} places; choose the one you mean.")

    def _place(self, start: int, end: int) -> dict[str, str]:
        text = self.desk.text
        return {
            "value": f"{start}-{end}",
            "where": block_of(self.desk.opinion, start),
            "before": text[max(0, start - AROUND) : start],
            "words": text[start:end],
            "after": text[end : end + AROUND],
        }
