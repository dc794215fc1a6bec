"""What others saved while a form was open: kept where this person changed nothing, told where both did."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from briefs.text.identifiers import mask
from briefs.text.merging import plain

Row = dict[tuple[str, str], list[str]]  # what was sent of one row: ("" or "initial-", field) to its values

_INITIAL = "initial-"  # before the name of what a field showed when the form was opened
_SHOWN = 200  # characters of the other's words
_TAKEN_AWAY = "Somebody took away what you were changing. It stands below as a new one: save again, or take it out."


class Meanwhile(forms.ModelForm):
    """A form that carries what it showed when it was opened, so that no save undoes another's unseen.

    A field this person left alone keeps what stands now. A field that both changed is shown again with the other's
    words told; saving once more is then meant.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A form that carries nothing was not shown by this site; one of many boxes carries nothing of no tick.
        is_shown = not self.is_bound or any(self.add_initial_prefix(name) in self.data for name in self.fields)
        if self.instance.pk is not None:
            for field in self.fields.values():
                field.show_hidden_initial = is_shown

    def clean(self) -> dict[str, Any] | None:
        """Lay what was typed over what stands now."""
        cleaned = super().clean()
        changed_by_others = [name for name in self.fields if self._others_changed(name)]
        if changed_by_others:
            self.data = self.data.copy()
        for name in changed_by_others:
            self._lay_over(name)
        for name, present in self.initial.items():
            # A browser sends other line ends than are kept; words left alone stay as they are to the letter.
            if not _differs_as_words(present, self.cleaned_data.get(name)):
                self.cleaned_data[name] = present
        return cleaned

    def _others_changed(self, name: str) -> bool:
        """Say whether what stands now is not what the form showed."""
        field, shown = self.fields[name], self[name].html_initial_name
        carried = field.hidden_widget().value_from_datadict(self.data, self.files, shown)
        return bool(field.show_hidden_initial) and _differs(field, self._present(name), carried)

    def _lay_over(self, name: str) -> None:
        field, present = self.fields[name], self._present(name)
        typed = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        is_mine = name in self.changed_data
        self._put(self[name].html_initial_name, field.prepare_value(present))
        if not is_mine:
            self._put(self.add_prefix(name), field.prepare_value(present))
            self.cleaned_data[name] = field.clean(field.prepare_value(present))
        elif _differs(field, present, typed):
            self.add_error(
                name,
                f"{self._who()} {_words(field, present)} here while you were writing. What you typed is"
                " in the field; saving now puts it in place of that.",
            )

    def _present(self, name: str) -> Any:
        return self.get_initial_for_field(self.fields[name], name)

    def _put(self, name: str, value: Any) -> None:
        if isinstance(value, list | tuple):
            self.data.setlist(name, [str(one) for one in value])
        else:
            self.data[name] = "" if value is None else str(value)

    def _who(self) -> str:
        """Name who saved last, where that is on record."""
        last = (
            self.instance.history.select_related("history_user").first() if hasattr(self.instance, "history") else None
        )
        return str(last.history_user) if last is not None and last.history_user else "Somebody"


class RowsMeanwhile(forms.BaseInlineFormSet):
    """Rows of a form: one that another took away goes, and one this person was changing comes back as a new one."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.came_back = 0
        if self.is_bound and self.management_form.is_valid():
            self._order_anew()

    def clean(self) -> None:
        """Hold the rows back once where one of them came back."""
        super().clean()
        if self.came_back:
            raise ValidationError(_TAKEN_AWAY)

    def _order_anew(self) -> None:
        there = {str(row.pk) for row in self.get_queryset()}
        sent = [self._sent(number) for number in range(self.total_form_count())]
        old, new = sent[: self.initial_form_count()], sent[self.initial_form_count() :]
        stay = [row for row in old if row.get(("", "id"), [""])[0] in there]
        gone = [row for row in old if row not in stay]
        if not gone:
            return
        back = [_as_new(row) for row in gone if _is_mine(row)]
        self.came_back = len(back)
        self.data = self.data.copy()
        for number, row in enumerate([*stay, *back, *new]):
            for (before, name), values in row.items():
                self.data.setlist(f"{before}{self.add_prefix(number)}-{name}", values)
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(stay))
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(stay) + len(back) + len(new))
        del self.management_form

    def _sent(self, number: int) -> Row:
        rows: Row = {}
        for before in ("", _INITIAL):
            begins = f"{before}{self.add_prefix(number)}-"
            rows |= {
                (before, key.removeprefix(begins)): row for key, row in self.data.lists() if key.startswith(begins)
            }
        return rows


def _is_mine(row: Row) -> bool:
    """Say whether this person changed a row, and did not tick it to be taken away."""
    carried = {name: values for (before, name), values in row.items() if before}
    return ("", "DELETE") not in row and any(row.get(("", name), []) != was for name, was in carried.items())


def _as_new(row: Row) -> Row:
    return {(before, name): [""] if name == "id" else values for (before, name), values in row.items() if not before}


def _differs(field: forms.Field, value: Any, sent: Any) -> bool:
    """Say whether a row's value is another than the one a form sent for it."""
    if isinstance(value, str) and isinstance(sent, str):
        return _differs_as_words(value, sent)
    try:
        return field.has_changed(value, sent)
    except ValidationError:
        return True


def _differs_as_words(value: Any, sent: Any) -> bool:
    """Say whether two texts differ in more than line ends and white space at the edges; what is no text always does."""
    return not (isinstance(value, str) and isinstance(sent, str)) or plain(value) != plain(sent)


def _words(field: forms.Field, value: Any) -> str:
    """Tell what another saved, registration numbers covered (INV-12)."""
    shown = field.prepare_value(value)
    if isinstance(field, forms.ModelChoiceField) and not isinstance(shown, list | tuple):
        row = field.queryset.filter(pk=shown).first() if shown else None
        shown = row or ""
    elif isinstance(field, forms.BooleanField):
        shown = "yes" if shown else "no"
    elif isinstance(shown, list | tuple):
        return "made another choice"
    else:
        shown = dict(getattr(field, "choices", ())).get(shown, shown)
    words = mask(str(plain("" if shown is None else str(shown))))
    if not words:
        return "emptied this"
    return f"saved “{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"
