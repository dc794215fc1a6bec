"""Choosing several of many without losing sight of them: boxes to tick, which a script narrows as one types."""

from typing import Any

from django import forms
from django.forms.widgets import Script

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
