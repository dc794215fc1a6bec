"""Choosing several of many without losing sight of them: boxes to tick, which a script narrows as one types."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.html import format_html, format_html_join

from briefs.models import Court, Issue
from briefs.workflow.typed import one_by_one


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

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        """Give each issue its box and what else it is found by; written out at once, for there are many."""
        chosen = set(self.format_value(value))
        lines = (
            (name, key, key.instance.level, _synonyms(key.instance), " checked" if str(key) in chosen else "", label)
            for key, label in self.choices
        )
        boxes = format_html_join(
            "",
            '<div><label><input type="checkbox" name="{}" value="{}" class="level-{}"{}{}> {}</label></div>',
            lines,
        )
        return format_html('<div id="{}" class="boxes" data-what="issues">{}</div>', (attrs or {}).get("id", ""), boxes)


def _synonyms(issue: Issue) -> str:
    return format_html(' data-words="{}"', " ".join(issue.synonyms).casefold()) if issue.synonyms else ""


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


class IssueTicks(Boxes):
    """The issues a proposition is under, ticked, and a field for the names of more; a script shows the whole list.

    The taxonomy stands once on the page, in `IssueBoxes`; written out with every proposition it would be most of it.
    """

    def __init__(self) -> None:
        super().__init__("issues")

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Give the keys that were ticked and the names that were typed."""
        return one_by_one(super().value_from_datadict(data, files, name) or ())

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        """Give the boxes that are ticked, and the field with what is no key of an issue."""
        chosen = dict.fromkeys(map(str, self.format_value(value)))
        ticked = [(str(key), label) for key, label in self.choices if str(key) in chosen]
        typed = "; ".join(one for one in chosen if one not in dict(ticked))
        named = (attrs or {}).get("id", "")
        boxes = format_html_join(
            "",
            '<div><label><input type="checkbox" name="{}" value="{}" checked> {}</label></div>',
            ((name, key, label) for key, label in ticked),
        )
        return format_html(
            '<div class="issue-ticks" id="{}" tabindex="-1">{}<label class="more">More, by name; several parted by “;” '
            '<input type="text" name="{}" value="{}" list="issue-names" autocomplete="off"></label></div>',
            *(named, boxes, name, typed),
        )


class IssuesField(forms.ModelMultipleChoiceField):
    """Issue tags; `choices` may be set to a list fetched once for many forms, which then use the short widget."""

    def __init__(self, **kwargs: Any) -> None:
        standing = Issue.objects.filter(merged_into__isnull=True).in_order()
        kwargs.setdefault("widget", IssueBoxes())
        super().__init__(queryset=standing, required=False, label="Issues", **kwargs)

    def clean(self, value: Any) -> Any:
        """Take issues by their keys or their names."""
        given = [str(one) for one in value or ()]
        if all(one.isdecimal() for one in given):
            return super().clean(given)
        keys = {str(label).casefold(): str(key) for key, label in self.choices}
        known = [one if one.isdecimal() else keys.get(one.casefold(), one) for one in given]
        unknown = next((one for one in known if not one.isdecimal()), "")
        if unknown:
            raise forms.ValidationError(f"No issue is called “{unknown[:60]}”; name it as the list of issues does.")
        return super().clean(known)


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
