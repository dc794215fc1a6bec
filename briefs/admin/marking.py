"""The form that marks a passage."""

from typing import Any

from django import forms

from briefs.admin.boxes import IssuesField
from briefs.models import Annotation, Opinion
from briefs.models.vocabulary import Voice
from briefs.workflow.annotate import default_voice, kinds_for


class MarkForm(forms.Form):
    """What is marked, as what, in whose voice, under which issues. The passage is a quotation, or two offsets."""

    quote = forms.CharField(
        required=False,
        label="Passage",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Select it in the text, or paste the words here.",
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="What it is")
    voice = forms.ChoiceField(label="Whose words")
    issues = IssuesField()
    note = forms.CharField(
        required=False,
        label="Note",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the clinic only; never published.",
    )

    def __init__(self, *args: Any, opinion: Opinion, mark: Annotation | None = None, **kwargs: Any) -> None:
        if mark is not None:
            kept = {"kind": mark.kind, "voice": mark.voice, "note": mark.note, "issues": list(mark.issues.all())}
            kwargs.setdefault("initial", kept)
        super().__init__(*args, **kwargs)
        if mark is not None:
            for name in ("quote", "start", "end"):
                del self.fields[name]
        voices = [choice for choice in Voice.choices if not (opinion.is_separate and choice[0] == Voice.COURT)]
        self.fields["kind"].choices = [("", "Choose what it is"), *kinds_for(opinion)]  # type: ignore[attr-defined]
        self.fields["voice"].choices = voices  # type: ignore[attr-defined]
        self.fields["voice"].initial = default_voice(opinion)

    def clean(self) -> dict[str, Any]:
        """Ask for a passage where none was given."""
        cleaned = super().clean() or {}
        if "start" in self.errors or "end" in self.errors:
            self.add_error("quote", "That is no place in the text; select the passage again.")
        elif "quote" in self.fields and not self.errors:
            both = cleaned.get("start") is not None and cleaned.get("end") is not None
            if not both and not cleaned.get("quote", "").strip():
                self.add_error("quote", "Select a passage in the text, or paste the words to be marked.")
        return cleaned
