"""What a browser would send for a form of the admin as it was shown."""

from typing import Any

from django.http import HttpResponse


def filled(answer: HttpResponse, **changes: Any) -> dict[str, Any]:
    """The fields of a change form with its inlines, as shown, with some changed; None leaves a field out."""
    fields: dict[str, Any] = {}
    context = answer.context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is None or value is False:
                continue
            fields[bound.html_name] = "on" if value is True else _sent(value)
    fields |= changes
    return {name: value for name, value in fields.items() if value is not None}


def _sent(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [str(getattr(one, "pk", one)) for one in value]
    return str(getattr(value, "pk", value))


def new_holding(n: int, **fields: Any) -> dict[str, Any]:
    """The fields of the n-th holding form (from 0), to be sent with the others."""
    fields = {"number": "", "weight": "holding", "outcome": "none", **fields}
    return {f"holdings-{n}-{name}": value for name, value in fields.items()}


def said(answer: HttpResponse) -> str:
    """Everything the messages of a page say."""
    return "\n".join(str(message) for message in answer.context["messages"])
