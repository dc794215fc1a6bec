"""What the citation desk reads: citations that wait for a person, each in its sentence, with what it may mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, JSONField, OuterRef, Q
from django.db.models.fields.json import KeyTextTransform

from briefs import citations
from briefs.models import Authority, AuthorityAlias, Citation, texts_of
from briefs.models.citation import CitationQuerySet
from briefs.models.vocabulary import CitationForm, OpinionKind
from briefs.text.sentences import sentence_around

PER_PAGE = 20
MOST_LIKELY = 9  # as many as there are number keys
LOOK_BACK = 40  # citations before one, among which its antecedent is looked for
UNRESOLVED = "unresolved"
_ORDER = ("-opinion_id", "start")  # newest opinions first, each in reading order
_NAME = re.compile(r"[A-Z][\w’'-]{2,}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, with how many citations wait under it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A citation in its sentence, the sentences that say what is doubtful, and the authorities it most likely means."""

    citation: Citation
    before: str
    words: str
    after: str
    reasons: list[str]
    likely: list[Authority]

    @property
    def field(self) -> str:
        """Give the element id of the field for another authority."""
        return f"other-{self.citation.pk}"


class Doubts:
    """The desk's queue as an address asks for it (`opinion`, `form`, `reason`, `page`); nonsense is ignored.

    `reason` is "unresolved" or the code of a flag.
    """

    def __init__(self, asked: Mapping[str, str]) -> None:
        """Read the choices; nothing is fetched yet."""
        opinion, form, reason = (asked.get(name, "") for name in ("opinion", "form", "reason"))
        self.opinion = opinion if opinion.isascii() and opinion.isdigit() and len(opinion) < 10 else ""
        self.form = form if form in CitationForm.values else ""
        self.reason = reason if re.fullmatch(r"[a-z-]{1,60}", reason) else ""
        self._page = asked.get("page")

    @property
    def rows(self) -> CitationQuerySet:
        """Give the citations asked for, in the order of the desk."""
        rows = Citation.objects.undecided()
        rows = rows.filter(opinion_id=self.opinion) if self.opinion else rows
        rows = rows.filter(form=self.form) if self.form else rows
        if self.reason == UNRESOLVED:
            rows = rows.filter(authority__isnull=True)
        elif self.reason:
            rows = rows.filter(flags__contains=[[self.reason]])
        return rows.order_by(*_ORDER)

    def after(self, citation: Citation) -> int | None:
        """Give the id of the citation that follows one in this queue."""
        later = Q(opinion_id=citation.opinion_id, start__gt=citation.start) | Q(opinion_id__lt=citation.opinion_id)
        return self.rows.filter(later).values_list("pk", flat=True).first()

    @cached_property
    def total(self) -> int:
        """Give how many wait, whatever was chosen."""
        return sum(choice.count for choice in self.forms)

    @cached_property
    def opinions(self) -> list[Choice]:
        """Give the opinions in which citations wait, by name."""
        rows = Citation.objects.undecided().order_by("opinion__case__short_name", "opinion")
        found = rows.values_list("opinion", "opinion__case__short_name", "opinion__kind").annotate(Count("pk"))
        return [
            Choice(str(pk), f"{name} ({OpinionKind(kind).label.lower()})", number, str(pk) == self.opinion)
            for pk, name, kind, number in found
        ]

    @cached_property
    def forms(self) -> list[Choice]:
        """Give the forms that wait."""
        rows = Citation.objects.undecided().order_by().values_list("form").annotate(Count("pk"))
        found = dict(rows)
        return [Choice(one, one.label, found[one], one == self.form) for one in CitationForm if one in found]

    @cached_property
    def reasons(self) -> list[Choice]:
        """Give why they wait: unresolved first, then each kind of flag."""
        waiting = Citation.objects.undecided().order_by()
        code = KeyTextTransform("0", Func(F("flags"), function="jsonb_array_elements", output_field=JSONField()))
        flags = waiting.exclude(flags=[]).annotate(code=code).values_list("code").annotate(Count("pk")).order_by("code")
        found = [(UNRESOLVED, waiting.filter(authority__isnull=True).count()), *flags]
        return [
            Choice(code, code.replace("-", " ").capitalize(), number, code == self.reason)
            for code, number in found
            if number
        ]

    @cached_property
    def page(self) -> Page[Any]:
        """Give the page asked for; out of range is the last."""
        earlier = Citation.objects.filter(
            opinion=OuterRef("opinion"), start__lt=OuterRef("start"), authority__isnull=False
        )
        rows = (
            self.rows.select_related("authority", "passage", "opinion__case")
            .defer("passage__search", *texts_of("opinion"))
            .annotate(earlier=ArraySubquery(earlier.order_by("-start").values("authority")[:LOOK_BACK]))
        )
        return Paginator(rows, PER_PAGE).get_page(self._page)

    @cached_property
    def doubts(self) -> list[Doubt]:
        """Give the citations of the page as cards: three queries more, however many there are."""
        rows = list(self.page.object_list)
        proposed = {row.pk: _proposed(row) for row in rows}
        aliases = AuthorityAlias.objects.filter(key__in={key for keys in proposed.values() for key in keys})
        named = dict(aliases.values_list("key", "authority"))
        wanted = {pk for row in rows for pk in row.earlier} | set(named.values())
        keys = {key for keys in proposed.values() for key in keys}
        known = {
            one.pk: one.merged_into or one
            for one in Authority.objects.filter(Q(pk__in=wanted) | Q(key__in=keys)).select_related("merged_into")
        }
        named = {one.key: pk for pk, one in known.items()} | named
        return [_doubt(row, [named[key] for key in proposed[row.pk] if key in named], known) for row in rows]


def _proposed(citation: Citation) -> list[str]:
    """Give the keys of what a citation's flags say it may be; not the one that is printed."""
    printed = citation.authority.key if citation.authority else ""
    found = [one.key for flag in citation.flags for one in citations.find(str(flag[-1]))]
    return list(dict.fromkeys(key for key in found if key and key != printed))


def _doubt(citation: Any, proposed: Iterable[int], known: Mapping[int, Authority]) -> Doubt:
    at = citation.passage.start
    before, words, after = sentence_around(citation.passage.text, citation.start - at, citation.end - at)
    if citation.authority:
        likely = [citation.authority, *(known[pk] for pk in proposed)]
    else:
        likely = [*(known[pk] for pk in proposed), *_nearest(citation, words, known)]
    apart = list({one.pk: one for one in likely}.values())[:MOST_LIKELY]
    reasons = [citation.why] if citation.why else []
    return Doubt(citation, before, words, after, [*reasons, *(str(flag[-1]) for flag in citation.flags)], apart)


def _nearest(citation: Any, words: str, known: Mapping[int, Authority]) -> list[Authority]:
    """Give what was cited before, nearest first; of forms that give a name, those that bear it before all others.

    A full citation has no antecedent: only what bears its name is likely.
    """
    earlier = [known[pk] for pk in citation.earlier if pk in known]
    if citation.form in (CitationForm.ID, CitationForm.SECTION):
        return earlier
    told = set(_NAME.findall(words))
    alike = [one for one in earlier if told & set(_NAME.findall(one.name))]
    return alike if citation.form == CitationForm.FULL else [*alike, *earlier]
