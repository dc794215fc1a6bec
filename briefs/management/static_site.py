"""The public site as files that open from a USB stick: every page, its links relative, a search without a server.

A page is rendered by the view of its address, as a visitor would get it, so nothing can be in it that is not public.
"""

import json
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve, reverse
from lxml import html

from briefs.exporters import PAPER, kept
from briefs.models import Authority, Edition, Issue, Opinion

SEARCH = "search.html"
DAY = (1980, 1, 1, 0, 0, 0)  # of zip's calendar: the same site gives the same bytes
_SCRIPT = "js/search_offline.js"
_PLACES = ("home", "library", "opinions", "authorities", "issues")
Progress = Callable[[int, int], None]


def addresses() -> list[str]:
    """Give the path of every public page."""
    found = [reverse(name) for name in _PLACES]
    found += [reverse("brief", args=[slug]) for slug in Edition.objects.current().values_list("slug", flat=True)]
    found += [reverse("opinion", args=[slug]) for slug in Opinion.objects.released().values_list("slug", flat=True)]
    cited = Authority.objects.standing().publicly_cited().values("pk")
    slugs = Authority.objects.filter(pk__in=cited).values_list("slug", flat=True)
    found += [reverse("authority", args=[slug]) for slug in slugs]
    standing = Issue.objects.filter(merged_into__isnull=True).values_list("slug", flat=True)
    found += [reverse(name, args=[slug]) for slug in standing for name in ("issue", "issue-courts")]
    return sorted(dict.fromkeys(found))


def write_site(path: Path, *, progress: Progress) -> int:
    """Write the site into a ZIP at `path`, through a file beside it; gives how many pages it has."""
    pages = addresses()
    site = _Site(pages)
    beside = path.with_name(path.name + ".part")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as file:
            for done, address in enumerate(pages, 1):
                _put(file, site.place(address), site.page(address))
                progress(done, len(pages))
            for name, content in site.files():
                _put(file, name, content)
            for name in sorted(site.static | {_SCRIPT}):
                found = finders.find(name)
                if found:
                    _put(file, f"static/{name}", Path(str(found)).read_bytes())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return len(pages)


class _Site:
    """Which addresses there are, and where each is kept."""

    def __init__(self, pages: list[str]) -> None:
        self.pages = set(pages)
        self.static: set[str] = set()
        # As deployed, a file's address has its hash in it; the file itself has not.
        self._plain = {hashed: name for name, hashed in getattr(staticfiles_storage, "hashed_files", {}).items()}
        self._asked = RequestFactory(SERVER_NAME=urlsplit(settings.SITE_URL).hostname or "localhost")
        self._files = {
            reverse("export", args=[edition.slug, one.slug]): (edition.pk, one)
            for edition in Edition.objects.current().only("slug")
            for one in PAPER
        }

    def place(self, address: str) -> str:
        """Give the file of a page: "/briefs/x/" is kept in "briefs/x/index.html"."""
        if address in self._files:
            exporter = self._files[address][1]
            return f"{address.strip('/').rpartition('/export/')[0]}/brief.{exporter.slug}"
        return f"{address.strip('/')}/index.html".lstrip("/")

    def page(self, address: str) -> bytes:
        """Render a page and make it stand alone."""
        match = resolve(address)
        answer = match.func(self._asked.get(address), *match.args, **match.kwargs)
        if hasattr(answer, "render"):
            answer.render()
        document = html.document_fromstring(answer.content.decode())
        self._stand_alone(document, posixpath.dirname(self.place(address)))
        return b"<!doctype html>\n" + html.tostring(document, encoding="utf-8")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the briefs on paper, the page that searches, and what it searches."""
        for address in sorted(self._files):
            number, exporter = self._files[address]
            edition = Edition.objects.get(pk=number)
            yield self.place(address), kept.file_of(edition, exporter).content
        yield SEARCH, render_to_string("briefs/search_offline.html").encode()
        rows = json.dumps(list(self._rows()), ensure_ascii=False).replace("</", "<\\/")
        yield "search-index.js", f"window.PINCITE = {rows};\n".encode()

    def _rows(self) -> Iterator[dict[str, str]]:
        """Give what can be found: each brief in its own words, each opinion, authority and issue by its name."""
        for page in Edition.objects.current().order_by("name").values_list("page", flat=True).iterator(50):
            told = [page["title"], page["case"]["full_citation"]]
            told += [page["summary"]["text"]] if page["summary"] else []
            for holding in page["holdings"]:
                parts = (holding[name] for name in ("question", "answer", "rule", "application"))
                told += [part["text"] for part in parts if part]
            told += [section["prose"]["text"] for section in page["sections"]]
            told += [issue["name"] for issue in page["issues"]]
            kind = f"Brief · {page['opinion']['kind_label']}"
            yield self._row(reverse("brief", args=[page["slug"]]), page["title"], kind, told)
        for opinion in Opinion.objects.released().for_reading().without_texts():
            yield self._row(opinion.get_absolute_url(), opinion.case.short_name, "Opinion", [opinion.case.short_name])
        for one in Authority.objects.order_by("name", "cite"):
            if one.get_absolute_url() in self.pages:
                yield self._row(one.get_absolute_url(), str(one), "Authority", [str(one)])
        for issue in Issue.objects.in_order():
            if issue.get_absolute_url() in self.pages:
                yield self._row(issue.get_absolute_url(), issue.name, "Issue", [issue.name, *issue.synonyms])

    def _row(self, address: str, name: str, kind: str, told: list[str]) -> dict[str, str]:
        return {"at": self.place(address), "name": name, "kind": kind, "text": " ".join(" ".join(told).split())}

    def _stand_alone(self, document: Any, folder: str) -> None:
        """Make links relative, take off what needs a server: scripts, feeds, forms but the search."""
        heads = document.xpath("//link[@rel='alternate' or @rel='canonical' or @rel='unapi-server']")
        for element in [*document.iter("script"), *heads, *document.xpath("//*[@data-online]")]:
            element.drop_tree()
        for form in list(document.iter("form")):
            if "search-box" in form.get("class", "").split():
                form.set("action", _relative(SEARCH, folder))
            else:
                form.drop_tree()
        for element, name in [(one, name) for one in document.iter() for name in ("href", "src") if one.get(name)]:
            target = self._target(element.get(name))
            if target is None:
                _dead(element)
            elif target:
                fragment = urlsplit(element.get(name)).fragment
                element.set(name, _relative(target, folder) + (f"#{fragment}" if fragment else ""))
        for element in [*document.iter("ul", "ol", "nav")]:
            if element.getparent() is not None and not element.text_content().strip():
                element.drop_tree()

    def _target(self, address: str) -> str | None:
        """Give the file an address is kept in, "" for one that stays as it is, None for one that leads nowhere here."""
        if address.startswith("#"):
            return ""
        own = address.removeprefix(settings.SITE_URL)
        parts = urlsplit(own)
        if parts.scheme or parts.netloc:
            return ""
        path = unquote(parts.path)
        if path.startswith(settings.STATIC_URL) or path.startswith("/static/"):
            name = path.partition("static/")[2]
            name = self._plain.get(name, name)
            self.static.add(name)
            return f"static/{name}"
        if path in self.pages or path in self._files:
            return self.place(path)
        return None


def _dead(element: Any) -> None:
    """Take a link that leads nowhere off: with the line of a list that is nothing else, or leave its words alone."""
    line = element.getparent()
    if line is not None and line.tag == "li" and line.text_content().strip() == element.text_content().strip():
        line.drop_tree()
    else:
        element.drop_tag()


def _relative(target: str, folder: str) -> str:
    return posixpath.relpath(target, folder or ".")


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    told = zipfile.ZipInfo(name, DAY)
    told.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(told, content)
