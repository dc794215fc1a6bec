"""The two forms of the import desk: bring a file, and settle what is known of the opinion in it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings

from briefs import citations
from briefs.admin.boxes import CourtField
from briefs.admin.typed_lists import LinesField
from briefs.importers import Detail, Imported
from briefs.models.vocabulary import SEPARATE_KINDS, Completeness, DatePrecision, OpinionKind, PublicationStatus
from briefs.text.identifiers import mask
from briefs.workflow.caption import SOURCE_LABELS

# The details that another source may give when the opinion is silent; each then needs to say which.
ELSEWHERE = (
    *("caption", "short_name", "court", "docket_numbers", "argued_on", "decided_on", "citation"),
    *("panel", "counsel", "disposition"),
)
NAMES = {"citation": "citations"}  # the form's field, and the importer's name for it where it differs


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several uploaded files, none larger than the settings allow."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Give the files; refuse the large ones before anything of them is read."""
        files = data if isinstance(data, list | tuple) else [data]
        return [self._checked(one) for one in files if one is not None and one != ""]

    def _checked(self, file: Any) -> Any:
        if file.size > settings.MAX_UPLOAD_BYTES:
            limit = settings.MAX_UPLOAD_BYTES / 1024 / 1024
            raise forms.ValidationError(f"{file.name}: The file is larger than {limit:g} MB.")
        if file.size == 0:
            raise forms.ValidationError(f"{file.name}: The file is empty.")
        return super().clean(file)


class BringForm(forms.Form):
    """Files, or a pasted text with a name for it."""

    files = FilesField(
        required=False,
        label="Files",
        help_text="PDF, Word, HTML, plain text, a record of CourtListener or CAP (JSON), or a ZIP of such files.",
    )
    text = forms.CharField(
        required=False, label="Or paste the text", strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )
    name = forms.CharField(
        required=False, max_length=200, label="Name of the pasted text", help_text="As you would name the file."
    )

    keep = forms.BooleanField(
        required=False,
        label="Keep each file as an opinion at once, with the details it gives",
        help_text="For many files. One that may be here already still waits for a decision.",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for something to import."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("files") and not cleaned.get("text", "").strip():
            raise forms.ValidationError("Choose a file, or paste the text of the opinion.")
        return cleaned

    def brought(self) -> list[tuple[str, bytes]]:
        """Give what was brought: (name, bytes) of each file and of the pasted text."""
        found = [(one.name, one.read()) for one in self.cleaned_data["files"]]
        if self.cleaned_data["text"].strip():
            name = self.cleaned_data["name"].strip() or "Pasted text"
            found.append((name, self.cleaned_data["text"].encode("utf-8", "surrogatepass")))
        return found


class DetailsForm(forms.Form):
    """What is known of the case and the opinion: proposed by the text, settled by a person."""

    short_name = forms.CharField(
        max_length=200, label="Short name", help_text="As a citation gives it: Balachova v. Mukasey."
    )
    caption = forms.CharField(label="Caption", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    court = CourtField(
        required=False,
        label="Court",
        widget=forms.TextInput(attrs={"list": "courts", "autocomplete": "off"}),
        help_text="Begin to type, or write it as citations do: 9th Cir.",
    )
    docket_numbers = LinesField(required=False, label="Docket numbers", help_text="One a line, the lead number first.")
    argued_on = forms.DateField(required=False, label="Argued", help_text="Year-month-day: 2008-04-25.")
    decided_on = forms.DateField(required=False, label="Decided", help_text="Year-month-day: 2008-11-12.")
    decided_precision = forms.ChoiceField(choices=DatePrecision.choices, label="Known to the")
    opinion_kind = forms.ChoiceField(choices=OpinionKind.choices, label="Kind of opinion")
    author = forms.CharField(required=False, max_length=120, label="Author")
    panel = LinesField(required=False, longest=120, label="Panel", help_text="One judge a line.")
    completeness = forms.ChoiceField(choices=Completeness.choices, label="How much of it this is")
    publication_status = forms.ChoiceField(choices=PublicationStatus.choices, label="Publication")
    citation = forms.CharField(required=False, max_length=200, label="Citation", help_text="For example 547 F.3d 374.")
    disposition = forms.CharField(required=False, label="Disposition", widget=forms.Textarea(attrs={"rows": 2}))
    counsel = forms.CharField(required=False, label="Counsel", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, found: Iterable[Detail], apart: Sequence[Imported] = (), **kwargs: Any) -> None:
        self.found: Mapping[str, Detail] = {detail.field: detail for detail in found}
        kwargs.setdefault("initial", self._proposed())
        super().__init__(*args, **kwargs)
        for name in ELSEWHERE:
            if not self._in_text(name):
                self.fields[f"source_{name}"] = forms.CharField(
                    required=False, max_length=500, label=f"Where the {SOURCE_LABELS[name].lower()} was found"
                )
                # The style sheet sees by it that nothing is written yet.
                for one in {name, f"source_{name}"} & set(self.fields):
                    self.fields[one].widget.attrs["placeholder"] = " "

        self.others = [writing.writings[0] for writing in apart[1:]]
        for number, writing in enumerate(self.others, start=2):
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                choices=OpinionKind.choices, initial=writing.kind, label=f"Kind of writing {number}"
            )
            self.fields[f"author_{number}"] = forms.CharField(
                required=False, max_length=120, initial=writing.author or "", label=f"Author of writing {number}"
            )

    def writings(self) -> list[dict[str, Any]]:
        """Give kind and author of each writing as the verb takes them; none where the file has one alone."""
        if not self.others:
            return []
        told = self.cleaned_data
        rest = [
            {"opinion_kind": told[f"kind_{number}"], "author": told[f"author_{number}"].strip()}
            for number in range(2, len(self.others) + 2)
        ]
        return [{}, *rest]

    def other_rows(self) -> list[dict[str, Any]]:
        """Give the fields of each further writing with its byline."""
        return [
            {"kind": self[f"kind_{number}"], "author": self[f"author_{number}"], "words": mask(one.words)}
            for number, one in enumerate(self.others, start=2)
        ]

    def _detail(self, name: str) -> Detail | None:
        return self.found.get(NAMES.get(name, name))

    def _in_text(self, name: str) -> bool:
        detail = self._detail(name)
        return bool(detail and detail.value)

    def _proposed(self) -> dict[str, Any]:
        initial = {name: detail.value for name in self.base_fields if (detail := self._detail(name)) and detail.value}
        if "citation" in initial:
            initial["citation"] = initial["citation"][0]
        initial.setdefault("decided_precision", "day" if initial.get("decided_on") else "unknown")
        initial.setdefault("publication_status", PublicationStatus.UNKNOWN)
        separate = initial.get("opinion_kind") in SEPARATE_KINDS
        initial.setdefault("completeness", Completeness.SEPARATE_ONLY if separate else Completeness.COMPLETE)
        return initial

    def clean_citation(self) -> str:
        """Take only a citation that names an authority."""
        cite = self.cleaned_data["citation"].strip()
        if cite and citations.parse_one(cite) is None:
            raise forms.ValidationError("This is not a citation that can be read; write it like 547 F.3d 374.")
        return cite

    def clean(self) -> dict[str, Any]:
        """Check the dates against each other, and that every detail from elsewhere says from where."""
        told = super().clean() or {}
        argued, decided, precision = (told.get(name) for name in ("argued_on", "decided_on", "decided_precision"))
        if argued and decided and argued > decided:
            self.add_error("argued_on", "The case was argued after it was decided; check the two dates.")
        if "decided_on" not in self.errors and bool(decided) == (precision == DatePrecision.UNKNOWN):
            asked = "Say how exactly the date is known." if decided else "Without a date, choose “Not given in source”."
            self.add_error("decided_precision", asked)
        separate = told.get("opinion_kind") in SEPARATE_KINDS
        if told.get("completeness") == Completeness.SEPARATE_ONLY and not separate:
            self.add_error("completeness", "Only a concurrence or dissent can be a separate opinion.")
        if separate and told.get("completeness") == Completeness.SEPARATE_ONLY and told.get("disposition"):
            self.add_error("disposition", "A separate opinion alone does not give the court's order; leave it empty.")
        for name in ELSEWHERE:
            where = f"source_{name}"
            silent = where in self.fields and told.get(name) and not told.get(where, "").strip()
            if silent and self._has_to_say_where(name):
                self.add_error(where, "The opinion does not give this; say where you found it.")
        return told

    def _has_to_say_where(self, name: str) -> bool:
        return True

    def details(self) -> dict[str, Any]:
        """Give the details as the verb takes them."""
        told = {name: self.cleaned_data[name] for name in self.base_fields}
        return told | {"court": told["court"].pk if told["court"] else None}

    def sources(self) -> dict[str, str]:
        """Give where each detail from elsewhere was found."""
        found = {name: self.cleaned_data.get(f"source_{name}", "").strip() for name in ELSEWHERE}
        return {name: where for name, where in found.items() if where and self.cleaned_data.get(name)}

    def rows(self) -> list[dict[str, Any]]:
        """Give each field with the words it came from, and the line that asks where else it was found."""
        rows = []
        for name in self.base_fields:
            detail = self._detail(name)
            rows.append(
                {
                    "field": self[name],
                    "words": mask(detail.words).strip() if detail and detail.value else "",
                    "record": bool(detail and detail.value and detail.where == "record"),
                    "silent": name in ELSEWHERE and not self._in_text(name),
                    "where": self[f"source_{name}"] if f"source_{name}" in self.fields else None,
                }
            )
        return rows
