"""Choosing several of many without losing sight of them: boxes to tick, which a script narrows as one types."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.html import format_html

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
    """The passages a proposition rests on in full view; the others folded away, where there are many."""

    FEW = 6

    def __init__(self) -> None:
        super().__init__("passages")

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        """Give the chosen boxes, then the rest under a line that opens them."""
        context = self.get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        chosen = [group for group in groups if group[1][0]["selected"]]
        others = [group for group in groups if not group[1][0]["selected"]]
        if not chosen or len(groups) <= self.FEW:
            return self._render(self.template_name, context, renderer)
        above = self._boxes(context, chosen, "boxes boxes-chosen", "", renderer)
        if not others:
            return above
        rest = self._boxes(context, others, "boxes", "_others", renderer)
        shape = '<div class="pins">{}<details><summary>{} other marked passages</summary>{}</details></div>'
        return format_html(shape, above, len(others), rest)

    def _boxes(self, context: dict[str, Any], groups: list[Any], css: str, end: str, renderer: Any) -> str:
        widget = context["widget"]
        attrs = widget["attrs"] | {"class": css, "id": f"{widget['attrs'].get('id', '')}{end}"}
        part = context | {"widget": widget | {"optgroups": groups, "attrs": attrs}}
        return self._render(self.template_name, part, renderer)


class IssuesField(forms.ModelMultipleChoiceField):
    """Issue tags; `choices` may be set to a list fetched once for many forms."""

    def __init__(self, **kwargs: Any) -> None:
        standing = Issue.objects.filter(merged_into__isnull=True).in_order()
        super().__init__(queryset=standing, required=False, label="Issues", widget=IssueBoxes(), **kwargs)


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
