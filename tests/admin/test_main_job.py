"""The main job in the admin, from a file to an edition, by the people who do it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Brief, Edition, Issue, Opinion, Source
from tests.admin.forms import filled, new_holding, said

pytestmark = pytest.mark.django_db
BALACHOVA = Path(settings.BASE_DIR, "briefs", "samples", "balachova.txt").read_bytes()
IMPORT = "/admin/briefs/source/import/"
EXHAUSTED = "Thus, we grant the government's request to dismiss Balachova's claims for failure to exhaust"


def counted(answer) -> dict[str, int]:
    return dict(answer.context["counts"])


def details(answer, **changes) -> dict[str, str]:
    """The details form as it was shown, with some changed."""
    form = answer.context["form"]
    shown = {bound.html_name: bound.value() for bound in form}
    fields = {name: "\n".join(v) if isinstance(v, list | tuple) else v for name, v in shown.items()} | changes
    return {name: value for name, value in fields.items() if value is not None}


def imported(client: Client, **changes) -> Opinion:
    preview = client.post(IMPORT, {"files": SimpleUploadedFile("balachova.txt", BALACHOVA)}, follow=True)
    address = preview.redirect_chain[-1][0]
    assert client.post(address, details(preview, **changes)).status_code == 302
    return Opinion.objects.get()


@pytest.mark.parametrize(
    "brought",
    [
        pytest.param(lambda: {"files": SimpleUploadedFile("balachova.txt", BALACHOVA)}, id="an uploaded file"),
        pytest.param(lambda: {"text": BALACHOVA.decode(), "name": "Balachova"}, id="a pasted text"),
    ],
)
def test_an_opinion_is_seen_before_it_is_kept(as_student: Client, brought):
    preview = as_student.post(IMPORT, brought(), follow=True)
    assert preview.status_code == 200
    assert not Opinion.objects.exists()
    counts = counted(preview)
    assert (counts["paragraphs"], counts["footnotes"]) == (45, 7)
    assert counts["citations"] > 40
    assert counts["masked registration numbers"] == 3
    initial = preview.context["form"].initial
    assert initial["court"] == "ca2"
    assert initial["decided_on"] == "2008-11-12"
    page = preview.content.decode()
    assert "Court of Appeals for the Second Circuit" in page
    assert "Decided: November 12, 2008" in page  # the words the date came from
    assert "███" in page
    assert "A75" not in page
    kept = as_student.post(preview.redirect_chain[-1][0], details(preview), follow=True)
    opinion = Opinion.objects.get()
    assert kept.redirect_chain[-1][0] == reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    assert opinion.case.docket_numbers == ["07-2278-ag (L)", "07-2279-ag (Con)"]
    assert opinion.case.sources["citation"] == "not given in source"


def test_the_same_bytes_again_lead_to_the_opinion_that_is_there(as_student: Client):
    opinion = imported(as_student)
    again = as_student.post(IMPORT, {"files": SimpleUploadedFile("other name.txt", BALACHOVA)}, follow=True)
    assert again.redirect_chain[-1][0] == reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    assert "in the library already" in said(again)
    assert (Opinion.objects.count(), Source.objects.count()) == (1, 1)


def test_a_detail_from_elsewhere_says_from_where(as_staff: Client):
    preview = as_staff.post(IMPORT, {"files": SimpleUploadedFile("balachova.txt", BALACHOVA)}, follow=True)
    address = preview.redirect_chain[-1][0]
    silent = as_staff.post(address, details(preview, citation="547 F.3d 374"))
    assert silent.status_code == 400
    assert "say where you found it" in silent.content.decode()
    told = details(preview, citation="547 F.3d 374", source_citation="The Federal Reporter", court="2d Cir.")
    assert as_staff.post(address, told).status_code == 302
    case = Opinion.objects.get().case
    assert case.authority.cite == "547 F.3d 374"
    assert case.sources["citation"] == "The Federal Reporter"
    assert case.court_id == "ca2"


def test_the_whole_way_from_marking_to_an_edition(as_student: Client, as_attorney: Client, attorney):
    opinion = imported(as_student)
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    nexus = Issue.objects.get(slug="exhaustion")

    # By the place that a script sends ...
    start = opinion.text.index("Although issue exhaustion")
    sent = {"start": start, "end": start + 20, "kind": "rule", "voice": "court", "issues": [nexus.pk], "note": "first"}
    answer = as_student.post(desk, sent, follow=True)
    rule = Annotation.objects.get(kind="rule")
    assert answer.redirect_chain[-1][0] == f"{desk}#annotation-{rule.pk}"
    assert "para. 14 is marked as rule" in said(answer)
    assert rule.quote == "Although issue exhau"
    assert list(rule.issues.all()) == [nexus]
    # ... and by the words that a person pastes.
    as_student.post(desk, {"quote": EXHAUSTED, "kind": "holding", "voice": "court"})
    held = Annotation.objects.get(kind="holding")
    page = as_student.get(desk).content.decode()
    assert page.index(f'id="mark-{rule.pk}"') < page.index(f'id="mark-{held.pk}"')
    assert f'id="annotation-{held.pk}"' in page

    # A brief, written in its form.
    written = as_student.post(reverse("admin:briefs_opinion_start_brief", args=[opinion.pk]), follow=True)
    brief = Brief.objects.get()
    form = reverse("admin:briefs_brief_change", args=[brief.pk])
    assert written.redirect_chain[-1][0] == form
    assert "The brief has no holding." in written.context["missing"]
    holding = new_holding(0, answer="Her own claims were not exhausted.", passages=[held.pk], issues=[nexus.pk])
    sent = filled(written, facts="She petitioned.", _continue="Save", **holding)
    saved = as_student.post(form, sent, follow=True)
    assert saved.status_code == 200
    assert brief.holdings.get().number == 1
    assert [pin.annotation for pin in brief.holdings.get().pins.all()] == [held]
    submit, publish = (reverse(f"admin:briefs_brief_{verb}", args=[brief.pk]) for verb in ("submit", "publish"))
    assert "Submitted" in said(as_student.post(submit, follow=True))

    refused = as_student.post(publish)
    assert refused.status_code == 403
    assert "and never their own." in refused.content.decode()
    incomplete = as_attorney.post(publish, follow=True)
    for reason in ("“Procedural history” is empty", "“Reasoning” is empty", "“Disposition” is empty"):
        assert reason in said(incomplete)
    assert not Edition.objects.exists()

    shown = as_attorney.get(form)
    rest = {"procedural_history": "Below.", "reasoning": "It was mandatory.", "disposition": "Dismissed in part."}
    as_attorney.post(form, filled(shown, **rest))
    assert "is not signed" in said(as_attorney.post(publish, follow=True))
    sign = reverse("admin:briefs_opinion_sign_all", args=[opinion.pk])
    as_attorney.post(sign, {"kind": "a-number"})
    assert "live page" in said(as_attorney.post(publish, follow=True))
    edition = Edition.objects.get()
    assert edition.published_by == attorney
    assert edition.page["holdings"][0]["pins"][0]["quote"].startswith("Thus, we grant")
