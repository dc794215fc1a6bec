"""Lists typed one a line."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """A list of strings, written one a line; blank lines do not count. `longest` limits a line's characters."""

    widget = forms.Textarea

    def __init__(self, *, longest: int = 60, rows: int = 3, **kwargs: Any) -> None:
        self.longest = longest
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Give a list as lines."""
        return "\n".join(str(line) for line in value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Give the lines as a list."""
        if isinstance(value, list | tuple):
            return [str(line) for line in value]
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]

    def validate(self, value: Any) -> None:
        """Refuse a line that cannot be kept."""
        super().validate(value)
        for line in value:
            if len(line) > self.longest:
                raise forms.ValidationError(f"“{line[:40]}…” is longer than {self.longest} characters.")

    def run_validators(self, value: Any) -> None:
        """Leave the checks of single strings out: each line was checked already."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the lists, not the way they are typed."""
        return self.to_python(initial) != self.to_python(data)
