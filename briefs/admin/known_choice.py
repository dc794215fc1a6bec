"""A field in which one searches for a row, whatever key the address or a broken form names."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError


class KnownChoice(AutocompleteSelect):
    """Django's field, which shows nothing for what can be no key; its own would fail on it."""

    def optgroups(self, name: str, value: list[str], attr: dict[str, Any] | None = None) -> Any:
        """Give the choices for the values that can be keys."""
        return super().optgroups(name, [one for one in value if self._may_be_a_key(one)], attr)

    def _may_be_a_key(self, value: str) -> bool:
        try:
            self.field.target_field.to_python(value)
        except ValidationError:
            return False
        return "\x00" not in value
