"""The JSON Schema of an edition, made of the page's own types, so that the two cannot come apart."""

import types
import typing
from typing import Any

from briefs.exporters import page as shapes

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", bool: "boolean"}
_ROW = {
    "description": "[start, end, kind, data]: characters [start, end) of the text, and what they are.",
    "type": "array",
    "prefixItems": [
        {"type": "integer", "minimum": 0},
        {"type": "integer", "minimum": 0},
        {"enum": ["paragraph", "item", "blockquote", "emphasis", "strong", "cite", "pin"]},
        {"type": "object"},
    ],
    "minItems": 4,
    "maxItems": 4,
}
# What a type's annotation does not say: (class, field) -> more of its schema.
_MORE: dict[tuple[str, str], dict[str, Any]] = {
    ("Rich", "marks"): {"type": "array", "items": _ROW},
    ("Page", "schema"): {"const": shapes.SCHEMA},
    ("Page", "edition"): {"type": "integer", "minimum": 1},
    ("Page", "published_on"): {"type": "string", "format": "date"},
    ("FrozenHolding", "number"): {"type": "integer", "minimum": 1},
}
# An edition never changes, so what a later version of the page added is missing in the ones before.
_LATER = {("FrozenHolding", "flags"), ("AppendixPassage", "quoted")}
_HIDDEN = {("CitedAuthority", "id")}


def schema(site_url: str) -> dict[str, Any]:
    """Give the schema of what `edition_json` writes (JSON Schema 2020-12)."""
    parts: dict[str, Any] = {}
    page = edition_object(parts)
    return {
        "$schema": DIALECT,
        "$id": f"{site_url.rstrip('/')}/api/v1/edition.schema.json",
        "title": f"Edition of a case brief, version {shapes.SCHEMA}",
        **page,
        "$defs": dict(sorted(parts.items())),
    }


def edition_object(parts: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of an edition's object; the types it refers to are put into `parts`, by name."""
    page = _object(shapes.Page, parts)
    page["properties"] = {
        "$schema": {"type": "string"},
        "url": {"type": "string", "description": "The edition's address for good."},
        **page["properties"],
    }
    page["required"] = ["$schema", "url", *page["required"]]
    return page


def _object(shape: Any, parts: dict[str, Any]) -> dict[str, Any]:
    fields = {
        name: _MORE.get((shape.__name__, name)) or typed(hint, parts)
        for name, hint in typing.get_type_hints(shape).items()
        if (shape.__name__, name) not in _HIDDEN
    }
    return {
        "description": (shape.__doc__ or "").strip().splitlines()[0],
        "type": "object",
        "properties": fields,
        "required": [name for name in fields if (shape.__name__, name) not in _LATER],
        "additionalProperties": False,
    }


def typed(hint: Any, parts: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a type, by reference where it has a name; what it refers to is put into `parts`."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if typing.is_typeddict(hint):
        if hint.__name__ not in parts:
            parts[hint.__name__] = {}  # a type that holds itself is met again while it is made
            parts[hint.__name__] = _object(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    inside = typing.get_args(hint)
    if typing.get_origin(hint) is list:
        return {"type": "array", "items": typed(inside[0], parts)}
    if isinstance(hint, types.UnionType):
        return {
            "anyOf": [{"type": "null"} if one is type(None) else typed(one, parts) for one in inside],
        }
    raise TypeError(f"The schema has no word for {hint}.")
