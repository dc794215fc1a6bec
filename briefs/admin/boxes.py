"""Choosing several of many without losing sight of them: boxes to tick, which a script narrows as one types."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.html import format_html, format_html_join

from briefs.models import Court, Issue


class Boxes(forms.CheckboxSelectMultiple):
    """A scrolling list of boxes; without scripts it is just that."""

    def __init__(self, what: str, **kwargs: Any) -> None:
        super().__init__(attrs={"class": "boxes", "data-what": what}, **kwargs)

    class Media:
        js = (Script("js/boxes.js", type="module"),)


class IssueBoxes(Boxes):
    """The taxonomy in its order; found by name and synonym."""

    def __init__(self) -> None:
        super().__init__("issues")

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give each box its level, and the words it is found by."""
        option = super().create_option(name, value, *args, **kwargs)
        issue = getattr(value, "instance", None)
        if issue is not None:
            words = " ".join([issue.name, *issue.synonyms]).casefold()
            option["attrs"] |= {"class": f"level-{issue.level}", "data-words": words}
        return option


class PassageBoxes(Boxes):
    """The passages a proposition rests on, ticked; a script adds the others from the list of the case's passages.

    Printed with every proposition, all passages would be most of the page.
    """

    def __init__(self) -> None:
        super().__init__("passages")

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        """Give the boxes that are ticked."""
        chosen = set(self.format_value(value))
        ticked = [(str(key), label) for key, label in self.choices if str(key) in chosen]
        named = (attrs or {}).get("id", "")
        boxes = format_html_join(
            "",
            '<div><label for="{}_{}"><input type="checkbox" name="{}" value="{}" id="{}_{}" checked> {}</label></div>',
            ((named, key, name, key, named, key, label) for key, label in ticked),
        )
        return format_html('<div class="pins" id="{}" tabindex="-1">{}</div>', named, boxes)


class IssueSelect(forms.SelectMultiple):
    """The taxonomy as a plain list, short on the page; a script makes boxes of it that narrow as one types.

    The synonyms and levels stand once on the page, in the boxes of `IssueBoxes`.
    """

    def __init__(self) -> None:
        super().__init__(attrs={"class": "issue-select", "size": 6})

    class Media:
        js = (Script("js/boxes.js", type="module"),)

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        """Give the list; written out at once, since Django's template for each option takes long for so many."""
        chosen = set(self.format_value(value))
        lines = ((key, " selected" if str(key) in chosen else "", label) for key, label in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', lines)
        given = self.build_attrs(self.attrs, {"name": name, **(attrs or {})}).items()
        shown = format_html_join("", ' {}="{}"', ((key, word) for key, word in given if word not in (None, False)))
        return format_html("<select{} multiple>{}</select>", shown, options)


class IssuesField(forms.ModelMultipleChoiceField):
    """Issue tags; `choices` may be set to a list fetched once for many forms, which then use the short widget."""

    def __init__(self, **kwargs: Any) -> None:
        standing = Issue.objects.filter(merged_into__isnull=True).in_order()
        kwargs.setdefault("widget", IssueBoxes())
        super().__init__(queryset=standing, required=False, label="Issues", **kwargs)


class CourtField(forms.CharField):
    """A court by its name, the abbreviation citations use, or its CourtListener identifier; gives a Court or None."""

    def prepare_value(self, value: Any) -> Any:
        """Show the name of a court that is given by its identifier."""
        court = Court.objects.filter(pk=value).first() if value else None
        return court.name if court else value

    def clean(self, value: Any) -> Court | None:  # type: ignore[override]
        """Find the court."""
        typed = super().clean(value).strip()
        if not typed:
            return None
        for asked in ({"pk": typed}, {"name__iexact": typed}, {"abbreviation__iexact": typed}):
            found = list(Court.objects.filter(**asked)[:2])
            if len(found) == 1:
                return found[0]
        raise forms.ValidationError(f"No court, or more than one, is known as “{typed}”; choose one from the list.")
