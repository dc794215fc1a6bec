"""The import desk: bring a file, look at the text as it will be read, settle the details, keep it."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import DataError, IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from briefs import citations, importers
from briefs.access import may, must
from briefs.admin.column import column
from briefs.admin.import_forms import BringForm, DetailsForm
from briefs.admin.pages import page, press, says_no_in_sentences
from briefs.admin.refusals import reasons_of
from briefs.admin.shown import note_shown
from briefs.models import Court, Opinion, Source
from briefs.text.identifiers import find_identifiers, mask
from briefs.workflow.alike import alike
from briefs.workflow.bring_many import take_in, waiting_job
from briefs.workflow.discard import discard
from briefs.workflow.ingest import ingest, proposed
from briefs.workflow.read import read_source
from briefs.workflow.receive import look_at, receive
from briefs.workflow.work import ask

_MOST_FILES = 200  # of one ZIP brought here; the command takes more
_SHOWN = 50  # waiting files beside the form; the queue of files has all
_AT_ONCE = 5  # files are read while the person waits; more are read by the worker


@csrf_exempt  # checked below, once the request is known not to be a monster
@says_no_in_sentences
def import_desk(request: HttpRequest) -> HttpResponse:
    """Take files or a pasted text; one file leads on to its preview, several wait in a list."""
    must(request.user, "import")
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if request.method == "POST" and size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        _drain(request, size)
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1024 / 1024
        return _first_step(request, BringForm(), [f"This is more than {most:g} MB at once; bring less."])
    return csrf_protect(_bring)(request)


def _drain(request: HttpRequest, size: int) -> None:
    # A browser shows the answer only when what it sends has been taken; past 100 MB it is cut off.
    for _ in range(0, min(size, 100 * 1024 * 1024), 1024 * 1024):
        if not request.read(1024 * 1024):
            break


def _bring(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _first_step(request, BringForm(), [])
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _first_step(request, form, [])
    files, unopened = _opened(form.brought())
    if len(files) > _AT_ONCE or (form.cleaned_data["keep"] and files):
        return _later(request, files, unopened, keep=form.cleaned_data["keep"])
    kept, refused = [], [f"{name}: {why}" for name, why in unopened]
    for name, content in files:
        try:
            kept.append(receive(name, content, by=request.user))
        except importers.Unreadable as problem:
            refused.append(f"{name}: {problem}")
    if refused or not kept:
        return _first_step(request, form, refused)
    if len(kept) > 1:
        messages.success(request, f"{len(kept)} files are here; look at each and keep it.")
        return HttpResponseRedirect(reverse("admin:briefs_source_import"))
    return HttpResponseRedirect(_preview_of(kept[0]))


def _opened(brought: Iterable[tuple[str, bytes]]) -> tuple[list[tuple[str, bytes]], list[tuple[str, str]]]:
    """Give the files that were brought, those inside of ZIPs among them, and by name why others cannot be taken."""
    files, unopened = [], []
    for name, content in brought:
        try:
            for path, inside, why in _unpacked(name, content):
                if inside is None:
                    unopened.append((path, why))
                else:
                    files.append((path, inside))
        except importers.Unreadable as problem:
            unopened.append((name, str(problem)))
    return files, unopened


def _later(
    request: HttpRequest, files: list[tuple[str, bytes]], unopened: list[tuple[str, str]], *, keep: bool
) -> HttpResponse:
    """Take many files in, and have the worker read them; the job's page shows how far it is."""
    sources = take_in(files, by=request.user)
    arguments = waiting_job(sources, unopened, keep=keep)
    count = f"{len(sources)} file{'s' if len(sources) > 1 else ''}"
    job = ask("reading", f"{'Import' if keep else 'Read'} {count}", arguments, by=request.user)
    return HttpResponseRedirect(job.get_absolute_url())


def _unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes | None, str]]:
    """Give a file, or the members of a ZIP; raises importers.Unreadable for a ZIP that cannot be opened."""
    if not importers.is_archive(content):
        yield name, content, ""
        return
    for entry in importers.entries(name, content, most_files=_MOST_FILES, most_of_one=settings.MAX_UPLOAD_BYTES):
        yield PurePosixPath(entry.path).name if entry.content else f"{name}, {entry.path}", entry.content, entry.why


def _first_step(request: HttpRequest, form: BringForm, refused: list[str]) -> HttpResponse:
    waiting = Source.objects.waiting().defer("content").select_related("received_by").order_by("-received_at")
    count = waiting.count()
    files = list(waiting[:_SHOWN])
    for source in files:
        source.is_discardable = may(request.user, "discard", source)  # type: ignore[attr-defined]
    context = {
        "form": form,
        "refused": refused,
        "waiting": files,
        "more": count - len(files),
        "most": settings.MAX_UPLOAD_BYTES / 1024 / 1024,
    }
    status = 400 if refused or form.errors else 200
    return page(request, "admin/briefs/source/import.html", "Import opinions", context, status=status)


@says_no_in_sentences
def preview_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the file gives, and keep it as an opinion with the details as they were settled."""
    must(request.user, "import")
    source = get_object_or_404(Source, pk=pk)
    held = Opinion.objects.filter(source=source).first()
    if held:
        messages.info(request, f"This file is in the library already, byte for byte: {held}. Nothing was imported.")
        return HttpResponseRedirect(_desk_of(held))
    try:
        imported = read_source(source)
    except importers.Unreadable as problem:
        return _first_step(request, BringForm(), [f"{source.name}: {problem}"])
    look_at(source)
    apart = imported.apart()
    form = DetailsForm(request.POST if request.method == "POST" else None, found=apart[0].details, apart=apart)
    if request.method == "POST" and form.is_valid():
        try:
            opinion = ingest(
                source, by=request.user, details=form.details(), sources=form.sources(), writings=form.writings()
            )
        except IntegrityError as problem:
            for reason in reasons_of(problem):
                form.add_error(None, reason)
        except DataError:
            form.add_error(None, "One of the details is longer than it can be kept; shorten it.")
        else:
            kept = f"{opinion} is kept, for the clinic alone."
            messages.success(request, f"{kept} Check its text next, or mark its passages here.")
            return HttpResponseRedirect(_desk_of(opinion))
    context = _preview(source, imported) | {
        "form": form,
        "name": form["short_name"].value() or source.name,
        "is_discardable": may(request.user, "discard", source),
        "alike": alike(imported, proposed(source)),
        # The courts whose decisions are met; any other can be typed.
        "courts": Court.objects.filter(rank__lt=5).by_rank(),
    }
    return page(
        request,
        "admin/briefs/source/preview.html",
        f"Import {source.name}",
        context,
        status=400 if form.errors else 200,
    )


def _preview(source: Source, imported: importers.Imported) -> dict[str, Any]:
    """Give the text as it will be read, with what was counted in it."""
    text, marks = mask(imported.clean.text), imported.clean.marks
    found = citations.find(text, marks)
    kinds = [mark.kind for mark in marks]
    return {
        "source": source,
        "rows": column(text, marks),
        "counts": _counted(
            ("paragraph", kinds.count("paragraph")),
            ("footnote", kinds.count("footnote")),
            ("heading", kinds.count("heading")),
            ("block quotation", kinds.count("blockquote")),
            ("citation", len(found)),
            ("unresolved citation", sum(1 for one in found if one.key is None)),
            ("masked registration number", len(find_identifiers(imported.clean.text))),
        ),
        "note": imported.note,
    }


def _counted(*counts: tuple[str, int]) -> list[tuple[str, int]]:
    """Leave out what there is none of, but for the paragraphs: without one the text was not read rightly."""
    told = [(name, count) for name, count in counts if count or name == "paragraph"]
    return [(name if count == 1 else f"{name}s", count) for name, count in told]


@says_no_in_sentences
def keep_all(request: HttpRequest) -> HttpResponse:
    """Have the worker keep every waiting file with the details it gives; what may be here already goes on waiting."""
    must(request.user, "import")
    readable = Source.objects.waiting().exclude(reading=Source.Reading.REFUSED)
    waiting = list(readable.order_by("pk").values_list("pk", flat=True))
    if not waiting:
        messages.error(request, "No file waits.")
        return HttpResponseRedirect(reverse("admin:briefs_source_import"))
    job = ask("reading", f"Import {len(waiting)} files", {"sources": waiting, "keep": True}, by=request.user)
    return HttpResponseRedirect(job.get_absolute_url())


@says_no_in_sentences
def discard_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a waiting file away."""
    source = get_object_or_404(Source.objects.defer("content"), pk=pk)
    return press(
        request,
        lambda: discard(source, by=request.user),
        done=f"{source.name} was discarded.",
        refused="The file stays:",
        back=reverse("admin:briefs_source_import"),
    )


@says_no_in_sentences
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a file out as it came, to those who may see identifiers; never as something a browser runs."""
    must(request.user, "download")
    source = get_object_or_404(Source, pk=pk)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    answer = HttpResponse(bytes(source.content), content_type="application/octet-stream", headers=headers)
    name = "".join(char if char.isascii() and (char.isalnum() or char in "._- ") else "_" for char in source.name)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    note_shown(request.user, source.pk, "the whole file")
    return answer


def _preview_of(source: Source) -> str:
    return reverse("admin:briefs_source_preview", args=[source.pk])


def _desk_of(opinion: Opinion) -> str:
    return reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
