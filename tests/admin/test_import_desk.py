"""The import desk: what cannot be read is said in a sentence and leaves nothing; what waits can be thrown away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from briefs.models import Case, Opinion, Source
from briefs.workflow.receive import receive
from tests.admin.forms import said
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db
IMPORT = "/admin/briefs/source/import/"


def upload(client: Client, content: bytes, name: str = "file.txt", **more):
    return client.post(IMPORT, {"files": SimpleUploadedFile(name, content)} | more)


def preview(client: Client, text: str, **more):
    return client.post(IMPORT, {"text": text, "name": "Pasted"} | more, follow=True)


REFUSED = [
    ("empty", b"", "The submitted file is empty|is empty"),
    ("white space alone", b" \n\t\n", "The file is empty."),
    ("no words", b"... 123 ...", "no words"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3", "The PDF is damaged"),
    ("Word", b"PK\x03\x04" + bytes(100), "ZIP archive is damaged|Word document"),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
    ("NUL", b"Petitioner\x00 v. Respondent", "NUL"),
    ("wrong encoding", bytes(range(128, 256)) * 9, "not plain text"),
    ("control characters", b"\x01\x02\x03\x04 words" * 200, "control characters|not plain text"),
    ("larger than the limit", b"word " * (3 * 1024 * 1024), "larger than 10 MB"),
    ("broken record", b'{"plain_text": ', "JSON"),
]


@pytest.mark.parametrize(("content", "sentence"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_opinion_gets_its_sentence_and_leaves_nothing(as_student: Client, content: bytes, sentence: str):
    answer = upload(as_student, content, "file.json" if sentence == "JSON" else "file.txt")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert any(part in page for part in sentence.split("|"))
    assert not Source.objects.exists()
    assert not Opinion.objects.exists()


HOSTILE = [
    ("script tags", "A v. B\n\nOPINION\n\n<script>alert(1)</script> and <img src=x onerror=alert(1)> were said.\n"),
    ("right to left overrides", "A v. B\n\nOPINION\n\nThe \u202epetition\u202c is \u2066denied\u2069.\n"),
    ("unclosed brackets", "A v. B\n\nOPINION\n\n" + "(" * 10_000 + " the petition is denied.\n"),
    ("repetition", "A v. B\n\nOPINION\n\n" + "again and again " * 60_000 + "\n"),
    ("template tags", "A v. B\n\nOPINION\n\n{{ settings.SECRET_KEY }} {% load static %} was said.\n"),
]


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_a_hostile_text_is_shown_as_text(as_student: Client, text: str):
    answer = preview(as_student, text)
    page = answer.content.decode()
    assert answer.status_code in (200, 400)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    if "{{" in text:
        assert "{{ settings.SECRET_KEY }}" in page
    assert not Opinion.objects.exists()


def test_fifty_megabytes_are_refused_before_they_are_read(as_student: Client):
    answer = upload(as_student, b"word " * (10 * 1024 * 1024))
    assert answer.status_code == 400
    assert "more than 20 MB at once" in answer.content.decode()
    pasted = as_student.post(IMPORT, {"text": "word " * (5 * 1024 * 1024)})
    assert pasted.status_code == 400
    assert not Source.objects.exists()


def test_nothing_brought_is_said(as_student: Client):
    answer = as_student.post(IMPORT, {})
    assert answer.status_code == 400
    assert "Choose a file, or paste the text of the opinion." in answer.content.decode()


def test_the_import_form_needs_its_token(student):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student, backend="django.contrib.auth.backends.ModelBackend")
    assert upload(client, TEXT.encode()).status_code == 403
    assert not Source.objects.exists()


def test_several_files_wait_in_a_list_and_one_bad_one_is_named(as_student: Client):
    files = [
        SimpleUploadedFile("one.txt", TEXT.encode()),
        SimpleUploadedFile("two.txt", TEXT.encode() + b"\nMore words.\n"),
    ]
    answer = as_student.post(IMPORT, {"files": files}, follow=True)
    assert "2 files are here" in said(answer)
    assert [source.name for source in answer.context["waiting"]] == ["two.txt", "one.txt"]
    as_student.get(reverse("admin:briefs_source_preview", args=[answer.context["waiting"][0].pk]))
    page = as_student.get(IMPORT).content.decode()
    assert (page.count(", looked at</"), page.count(", waiting</")) == (1, 1)
    bad = SimpleUploadedFile("three.txt", b"%PDF-1.4")
    mixed = as_student.post(IMPORT, {"files": [bad, SimpleUploadedFile("four.txt", TEXT.encode() + b"\nLess.\n")]})
    assert "three.txt: The PDF is damaged" in mixed.content.decode()
    assert not Source.objects.filter(name="three.txt").exists()


def details(answer, **changes):
    shown = {bound.html_name: bound.value() for bound in answer.context["form"]}
    fields = {name: "\n".join(v) if isinstance(v, list | tuple) else v for name, v in shown.items()} | changes
    return {name: value for name, value in fields.items() if value is not None}


WRONG = [
    ({"short_name": ""}, "This field is required."),
    ({"court": "Court of Nowhere"}, "No court, or more than one, is known as"),
    ({"argued_on": "2001-06-01", "decided_on": "2001-05-04", "decided_precision": "day"}, "argued after it was"),
    ({"decided_on": "2001-05-04", "decided_precision": "unknown"}, "Say how exactly the date is known."),
    ({"decided_on": "", "decided_precision": "day"}, "Without a date"),
    ({"decided_on": "yesterday"}, "Enter a valid date."),
    ({"citation": "somewhere in F.3d"}, "not a citation that can be read"),
    ({"docket_numbers": "0" * 90}, "longer than 60 characters"),
    ({"completeness": "separate_only", "opinion_kind": "lead"}, "can be a separate opinion"),
    (
        {"completeness": "separate_only", "opinion_kind": "dissent", "disposition": "D", "source_disposition": "x"},
        "does not give the court",
    ),
    ({"short_name": "N" * 201}, "at most 200 characters"),
]


@pytest.mark.parametrize(("changes", "sentence"), WRONG, ids=[sentence for _, sentence in WRONG])
def test_details_that_cannot_be_are_said_and_nothing_is_kept(as_student: Client, changes, sentence: str):
    shown = preview(as_student, TEXT)
    known = {"source_court": "x", "source_argued_on": "x", "source_decided_on": "x", "source_citation": "x"}
    answer = as_student.post(shown.redirect_chain[-1][0], details(shown, **known | changes))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in page
    assert not Opinion.objects.exists()
    assert not Case.objects.exists()


def test_a_dissent_is_proposed_as_one_and_its_silence_is_kept(as_student: Client):
    text = "Doe v. Roe\n\nNo. 02-70755\n\nPaez, Circuit Judge, dissenting:\n\nI respectfully dissent.\n"
    shown = preview(as_student, text)
    form = shown.context["form"]
    assert form.initial["opinion_kind"] == "dissent"
    assert form.initial["completeness"] == "separate_only"
    assert "decided_on" not in form.initial
    assert "Not given in source." in shown.content.decode()
    as_student.post(shown.redirect_chain[-1][0], details(shown))
    opinion = Opinion.objects.get()
    assert (opinion.kind, opinion.completeness) == ("dissent", "separate_only")
    for field in ("court", "decided_on", "disposition", "citation"):
        assert opinion.case.sources[field] == "not given in source"


def test_who_brought_a_file_throws_it_away(as_student: Client, as_staff: Client, student, staff):
    own, theirs = receive("own.txt", TEXT.encode(), by=student), receive("theirs.txt", b"Other words.", by=staff)
    answer = as_student.post(reverse("admin:briefs_source_discard", args=[own.pk]), follow=True)
    assert "own.txt was discarded." in said(answer)
    assert not answer.context["waiting"][0].is_discardable
    assert list(Source.objects.all()) == [theirs]
    used = make_opinion(staff).source
    assert "it is kept as it came" in said(
        as_staff.post(reverse("admin:briefs_source_discard", args=[used.pk]), follow=True)
    )
    assert Source.objects.filter(pk=used.pk).exists()


def test_a_file_goes_out_as_bytes_that_no_browser_runs(as_staff: Client, staff):
    content = b"<script>alert(1)</script> words"
    source = receive('evil"\r\nname<>.html', content, by=staff)
    answer = as_staff.get(reverse("admin:briefs_source_download", args=[source.pk]))
    assert answer.content == content
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'attachment; filename="evil___name__.html"'
