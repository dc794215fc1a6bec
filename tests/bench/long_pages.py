"""A brief and an opinion as long as pages get, of 36,000 characters with 200 citations; taken back after the run.

Their words, citations and authorities are those of the longest sample, set one after the other.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from typing import Any

from django.utils import timezone

from briefs.models import Brief, Case, Citation, Edition, Opinion, Passage
from briefs.text.marks import Mark, as_rows
from briefs.workflow.index import changed

SLUG = "made-long-v-respondent"
SIZE, CITED = 36_000, 200
IN_A_PARAGRAPH = 5  # citations


@contextmanager
def long_pages(sample: Edition) -> Iterator[list[str]]:
    """Give the addresses of the brief and the opinion, made from a published sample."""
    case = Case.objects.create(caption="Made Long v. Respondent", short_name="Made Long v. Respondent", slug=SLUG)
    try:
        opinion = _opinion(sample.opinion, case)
        brief = Brief(opinion=opinion, title=case.short_name, slug=SLUG, author=sample.brief.author, state="published")
        Brief.objects.bulk_create([brief])
        edition = _edition(sample, brief)
        changed()
        yield [edition.get_absolute_url(), opinion.get_absolute_url()]
    finally:
        Edition.objects.filter(slug=SLUG).delete()
        Brief.objects.filter(slug=SLUG)._raw_delete("default")
        Opinion.objects.filter(slug=SLUG).delete()
        case.delete()
        changed()


def _opinion(sample: Opinion, case: Case) -> Opinion:
    rows = list(sample.citations.filter(authority__isnull=False).order_by("start"))
    cited = [(sample.text[row.start : row.end], row) for row in rows]
    text, paragraphs, places = _composed(sample.text, cited, SIZE, CITED)
    marks = [Mark(start, end, "paragraph", {"number": n}) for n, (start, end) in enumerate(paragraphs, 1)]
    opinion = Opinion(case=case, slug=SLUG, source=sample.source, raw=text, text=text, marks=as_rows(marks))
    opinion.released_at = timezone.now()
    Opinion.objects.bulk_create([opinion])
    passages = [
        Passage(opinion=opinion, ordinal=n, kind="paragraph", label=str(n + 1), start=start, end=end,
                text=text[start:end])
        for n, (start, end) in enumerate(paragraphs)
    ]  # fmt: skip
    Passage.objects.bulk_create(passages)
    Citation.objects.bulk_create(
        Citation(opinion=opinion, passage=passages[n // IN_A_PARAGRAPH], start=start, end=end, form=row.form,
                 authority_id=row.authority_id, pin=row.pin, signal=row.signal)
        for n, (start, end, row) in enumerate(places)
    )  # fmt: skip
    return opinion


def _edition(sample: Edition, brief: Brief) -> Edition:
    page = sample.page
    texts = [section["prose"] for section in page["sections"]]
    texts += [one[name] for one in page["holdings"] for name in ("question", "answer", "rule", "application")]
    texts = [text for text in [page["summary"], *texts] if text]
    cited = [
        (text["text"][start:end], data)
        for text in texts
        for start, end, kind, data in text["marks"]
        if kind == "cite"
    ]  # fmt: skip
    held = sum(len(text["text"]) for text in texts)
    held += sum(len(pin["quote"]) for one in page["holdings"] for pin in one["pins"])
    words = " ".join(section["prose"]["text"] for section in page["sections"])
    text, paragraphs, places = _composed(words, cited, SIZE - held, CITED - len(cited))
    marks = [Mark(start, end, "paragraph") for start, end in paragraphs]
    marks += [Mark(start, end, "cite", data) for start, end, data in places]
    longer = {"field": "longer", "title": "Longer", "prose": {"text": text, "marks": as_rows(marks)}}
    page = page | {"slug": SLUG, "title": brief.title, "sections": [*page["sections"], longer]}
    edition = Edition(
        brief=brief, number=1, slug=SLUG, page=page, name=brief.title, opinion=brief.opinion,
        opinion_kind=sample.opinion_kind, issue_ids=sample.issue_ids, authority_ids=sample.authority_ids,
        published_by=sample.published_by,
    )  # fmt: skip
    Edition.objects.bulk_create([edition])
    return edition


def _composed(
    words: str, cited: Sequence[tuple[str, Any]], size: int, number: int
) -> tuple[str, list[tuple[int, int]], list[tuple[int, int, Any]]]:
    """Set so many citations, each after some words, into paragraphs: (text, paragraphs, citations' places)."""
    words = " ".join(words.split())
    text, began = "", 0
    paragraphs: list[tuple[int, int]] = []
    places: list[tuple[int, int, Any]] = []
    for n, (cite, what) in zip(range(number), cycle(cited), strict=False):
        room = max(1, size * (n + 1) // number - len(text) - len(cite) - 4)
        at = (n * 997) % max(1, len(words) - room)
        text += f"{words[at : at + room]} "
        places.append((len(text), len(text) + len(cite), what))
        text += f"{cite}. "
        if (n + 1) % IN_A_PARAGRAPH == 0 or n + 1 == number:
            paragraphs.append((began, len(text)))
            text += "\n\n"
            began = len(text)
    return text.rstrip("\n"), paragraphs, places
