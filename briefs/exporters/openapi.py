"""The description of the API (OpenAPI 3.1): one table of operations, schemas from the types of what they give."""

from dataclasses import dataclass
from typing import Any

from briefs.exporters import api, schema, web_annotation
from briefs.models.vocabulary import AuthorityKind, OpinionKind, Outcome, ProtectedGround, Weight

VERSION = "1.0.0"
_SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]{1,140}$"}
_TEXT = {"type": "string", "maxLength": 300}
_MANY = {"type": "array", "items": {"type": "string", "maxLength": 120}, "maxItems": 20}


def _one_of(values: list[str]) -> dict[str, Any]:
    return {"enum": ["", *values]}


def _told(what: str, values: list[str]) -> str:
    return f"{what}: {', '.join(values)}."


@dataclass(frozen=True)
class Parameter:
    """Something an operation takes."""

    name: str
    about: str
    shape: dict[str, Any]
    where: str = "query"


@dataclass(frozen=True)
class Operation:
    """One address of the API: its name among the site's addresses, what it does, takes and gives."""

    name: str
    path: str
    summary: str
    tag: str
    gives: Any
    takes: tuple[Parameter, ...] = ()
    is_list: bool = False
    mime: str = "application/json"

    @property
    def given(self) -> str:
        """Give the name of the schema of what it gives, or of one row of a list."""
        return self.gives if isinstance(self.gives, str) else self.gives.__name__

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Give what the address takes, the page of a list too."""
        return (*self.takes, PAGE) if self.is_list else self.takes


PAGE = Parameter("page", "The number of the page, from 1.", {"type": "integer", "minimum": 1, "maximum": 999999999})
SLUG = Parameter("slug", "The last part of its address.", _SLUG, "path")
LIBRARY = (
    Parameter("q", "Words, as in the library’s search box.", _TEXT),
    Parameter("court", "Courts, by identifier: ca9, scotus. Several widen.", _MANY),
    Parameter("year", "Years of decision, or “unknown”.", _MANY),
    Parameter("issue", "Issues by slug, each with everything below it.", _MANY),
    Parameter("authority", "Authorities cited, by slug, each with its parts.", _MANY),
    Parameter("circuit", "Circuits: 2, 9, DC.", _MANY),
    Parameter("kind", _told("Kinds of opinion", OpinionKind.values), _MANY),
    Parameter("weight", _told("What a proposition is worth as law", Weight.values), _MANY),
    Parameter("outcome", _told("Whom a ruling favours", Outcome.values), _MANY),
    Parameter("ground", _told("Protected grounds", ProtectedGround.values), _MANY),
    Parameter("country", "Countries of the claim, by name.", _MANY),
    Parameter("sort", "relevance, date or name.", {"type": "string", "maxLength": 20}),
)
NUMBER = Parameter(
    "number", "The number of the edition.", {"type": "integer", "minimum": 1, "maximum": 2147483647}, "path"
)
TAB = Parameter("tab", "The court’s propositions, or those of separate opinions.", _one_of(["holdings", "apart"]))

OPERATIONS = (
    Operation("api-editions", "/api/v1/editions", "Published briefs, found with the library’s parameters.",
              "Editions", api.EditionLine, LIBRARY, is_list=True),
    Operation("api-edition", "/api/v1/editions/{slug}", "The current edition of a brief, whole.",
              "Editions", "Edition", (SLUG,)),
    Operation("api-edition-number", "/api/v1/editions/{slug}/{number}", "One edition of a brief, whole, for good.",
              "Editions", "Edition", (SLUG, NUMBER)),
    Operation("api-holdings", "/api/v1/holdings", "Propositions, found with the library’s parameters.",
              "Holdings", api.HoldingRow, (*LIBRARY, TAB), is_list=True),
    Operation("api-opinions", "/api/v1/opinions", "Released opinions, found with the library’s parameters.",
              "Opinions", api.OpinionLine, LIBRARY, is_list=True),
    Operation("api-opinion", "/api/v1/opinions/{slug}", "An opinion with its text, registration numbers masked.",
              "Opinions", api.OpinionWhole, (SLUG,)),
    Operation("annotations", "/opinions/{slug}/annotations.jsonld", "The words published propositions rest on, as Web "
              "Annotations.", "Opinions", "AnnotationCollection", (SLUG,), mime=web_annotation.MIME),
    Operation("api-authorities", "/api/v1/authorities", "What briefs and opinions cite, by kind and letter.",
              "Authorities", api.AuthorityLine,
              (Parameter("kind", "The kind of authority.", _one_of(AuthorityKind.values)),
               Parameter("letter", "The first letter of its name.", {"type": "string", "pattern": "^[A-Za-z0-9]?$"})),
              is_list=True),
    Operation("api-authority", "/api/v1/authorities/{slug}", "An authority with what cites it.", "Authorities",
              api.AuthorityWhole, (SLUG, PAGE)),
    Operation("api-issues", "/api/v1/issues", "The taxonomy with counts of published propositions.", "Issues",
              api.IssueLine, is_list=True),
    Operation("api-issue", "/api/v1/issues/{slug}", "An issue with its propositions: holdings, others, separate "
              "opinions’ last.", "Issues", api.IssueWhole, (SLUG, PAGE)),
)  # fmt: skip

_PROBLEM = {
    "description": "What is the matter (RFC 9457).",
    "type": "object",
    "properties": {"title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}},
    "required": ["title", "status", "detail"],
}
_ANNOTATIONS = {
    "description": "A Web Annotation collection (W3C, 2017), its one page inside it.",
    "type": "object",
    "properties": {
        "@context": {"const": web_annotation.CONTEXT},
        "id": {"type": "string"},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "minItems": 1}},
            "required": ["id", "type", "items"],
        },
    },
    "required": ["@context", "id", "type", "total"],
}


def described(site_url: str, clinic: str) -> dict[str, Any]:
    """Give the whole description as plain data."""
    parts: dict[str, Any] = {"Problem": _PROBLEM, "AnnotationCollection": _ANNOTATIONS}
    parts["Edition"] = schema.edition_object(parts)
    paths = {one.path: {"get": _operation(one, parts)} for one in OPERATIONS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{clinic}: case briefs",
            "version": VERSION,
            "summary": "Published case briefs and released opinions, read-only.",
            "description": "For study and teaching; not legal advice. A dissent's or concurrence's proposition has "
            "is_separate true and is never a holding of the court.",
        },
        "servers": [{"url": site_url}],
        "paths": paths,
        "components": {"schemas": dict(sorted(_renamed(parts).items()))},
    }


def _operation(one: Operation, parts: dict[str, Any]) -> dict[str, Any]:
    shape = {"$ref": f"#/$defs/{one.gives}"} if isinstance(one.gives, str) else schema.typed(one.gives, parts)
    shape = _renamed(_page(shape) if one.is_list else shape)
    good = {
        "description": "What was asked for.",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {one.mime.partition(";")[0]: {"schema": shape}},
    }
    problem = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    told: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "tags": [one.tag],
        "responses": {
            "200": good,
            "304": {"description": "The same as the If-None-Match that came with the question."},
            "400": {"description": "A parameter makes no sense.", **problem},
            "404": {"description": "Nothing public is there.", **problem},
        },
    }
    told["parameters"] = [
        {
            "name": taken.name,
            "in": taken.where,
            "required": taken.where == "path",
            "description": taken.about,
            "schema": taken.shape,
        }
        for taken in one.parameters
    ]
    return told


def _page(shape: dict[str, Any]) -> dict[str, Any]:
    whole, address = {"type": "integer", "minimum": 0}, {"type": ["string", "null"]}
    fields = {
        "total": whole, "page": whole, "pages": whole, "next": address, "previous": address,
        "notices": {"type": "array", "items": {"type": "string"}}, "results": {"type": "array", "items": shape},
    }  # fmt: skip
    return {"type": "object", "properties": fields, "required": list(fields)}


def _renamed(value: Any) -> Any:
    """Turn a JSON Schema's own references into those of an OpenAPI description."""
    if isinstance(value, dict):
        return {
            key: inner.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _renamed(inner)
            for key, inner in value.items()
        }
    return [_renamed(one) for one in value] if isinstance(value, list) else value
