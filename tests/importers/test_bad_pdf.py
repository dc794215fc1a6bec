"""PDFs that are no opinion: each gets its sentence."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst

from briefs.importers import Unreadable, read
from briefs.importers.ocr import recognised
from tests.importers.check import accounted
from tests.importers.press.typst_pdf import slip

FORMATS = Path(__file__).parents[3] / "shared" / "formats"
GOOD = slip("kaptsov", "small")


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def encrypted() -> bytes:
    with pikepdf.open(BytesIO(GOOD)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="owner", user="user"))


def pages(count: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page(page_size=(612, 792))
    return saved(pdf)


def picture() -> bytes:
    pdf = pikepdf.open(BytesIO(typst.compile(b"#set page(width: 4in, height: 4in)\n#h(1pt)")))
    image = pdf.make_stream(bytes(100 * 100), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=100,
                            Height=100, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
    page.Contents = pdf.make_stream(b"q 200 0 0 200 20 20 cm /Im Do Q")
    return saved(pdf)


def scripted() -> bytes:
    with pikepdf.open(BytesIO(GOOD)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('here')")
        return saved(pdf)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (encrypted(), "encrypted"),
        (GOOD[: len(GOOD) // 3], "damaged or cut off"),
        (b"%PDF-1.7\n" + b"x" * 500, "damaged or cut off"),
        (b"%PDF-1.7 ...", "damaged or cut off"),
        (pages(5000), "5,000 pages"),
        (pages(2), "no text"),
        (pages(0), "no pages|damaged or cut off"),
    ],
    ids=["encrypted", "truncated", "noise", "stub", "5,000 pages", "blank", "no pages"],
)
def test_each_gets_its_sentence(content: bytes, says: str):
    with pytest.raises(Unreadable, match=says) as refusal:
        read("a.pdf", content)
    assert str(refusal.value).endswith(".")


def test_a_scan_is_said_to_be_one_where_it_cannot_be_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match=r"is a scan.* needs OCR"):
        read("a.pdf", picture())


@pytest.mark.parametrize(("program", "says"), [("false", "could not read"), ("sleep", "could not read|longer than")])
def test_ocr_that_fails_gets_its_sentence(program: str, says: str):
    with pytest.raises(Unreadable, match=says):
        recognised(b"%PDF-", 1, said="It is a scan.", program=program, seconds=1)


@pytest.mark.skipif(not FORMATS.is_dir(), reason="The sample files of courts are not on this machine.")
def test_a_real_scan_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match="is a scan"):
        read("a.pdf", (FORMATS / "scanned.pdf").read_bytes())


def test_a_script_in_a_pdf_is_nothing_to_us():
    imported = read("a.pdf", scripted())
    accounted(imported)
    assert imported.clean == read("a.pdf", GOOD).clean
    assert "alert" not in imported.raw


def with_scans(count: int) -> bytes:
    """A good file with pages after it that are one picture each, stamped as a court's filing system does."""
    with pikepdf.open(BytesIO(GOOD)) as pdf:
        shape = {"Width": 1, "Height": 1, "ColorSpace": pikepdf.Name.DeviceGray, "BitsPerComponent": 8}
        image = pdf.make_stream(b"\xff", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, **shape)
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for number in range(count):
            page = pdf.add_blank_page(page_size=(612, 792))
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image), Font=pikepdf.Dictionary(F1=font))
            stamp = f"Case 1:20-cv-01234-ABC Document 45 Filed 01/02/21 Page {number} of {count}"
            drawn = f"q 612 0 0 792 0 0 cm /Im Do Q BT /F1 9 Tf 100 775 Td ({stamp}) Tj ET"
            page.Contents = pdf.make_stream(drawn.encode())
        return saved(pdf)


def test_a_scan_is_one_whatever_is_stamped_on_its_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match="is a scan"):
        read("a.pdf", with_scans(40))


def test_a_page_that_is_a_picture_is_named_and_the_rest_is_read():
    imported = read("a.pdf", with_scans(1))
    accounted(imported)
    assert re.fullmatch(r"Page \d+ is a picture: what stands on it was not read\.", imported.note)
    assert imported.clean.text == read("a.pdf", GOOD).clean.text
