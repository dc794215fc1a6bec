"""What reading a file costs in each format, beside what only takes the characters out."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import typst
from lxml import html as lxml_html

from briefs import importers
from tests.bench.clock import spread, table, timed
from tests.importers.press.page import page
from tests.importers.press.typst_pdf import slip
from tests.importers.press.word import word

NAMES = ("kaptsov", "chouchkov", "balachova")
SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"
HUNDRED = b'#set page(numbering: "1")\n#set text(size: 11pt)\n#set par(justify: true, first-line-indent: 1.5em)\n' + (
    b"#for n in range(700) [The petition was denied because the record did not compel another result.#if calc.rem(n, 3)"
    b" == 0 { footnote[See the record at page #n, where it says so.] } #lorem(75)\n\n]"
)


def files(times: int = 5) -> None:
    """Print opinions a second for each format, a 100-page PDF, and both in a process of its own."""
    formats: dict[str, tuple[list[bytes], Callable[[bytes], object]]] = {
        "txt": ([(SAMPLES / f"{name}.txt").read_bytes() for name in NAMES], bytes.decode),
        "html": ([page(name) for name in NAMES], lambda content: lxml_html.fromstring(content).text_content()),
        "docx": ([word(name) for name in NAMES], _docx_words),
        "pdf": ([slip(name, "small") for name in NAMES], _pdf_words),
    }
    rows = []
    for ending, (contents, plainly) in formats.items():
        ours = _each(lambda one, ending=ending: importers.read(f"a.{ending}", one), contents, times)
        bare = _each(plainly, contents, times)
        apart = _each(lambda one, ending=ending: importers.read_apart(f"a.{ending}", one), contents, 1)
        rows.append((ending, 1000 / ours, ours, apart, bare))
    heads = ("format", "opinions/s", "ms each", "ms in a process of its own", "ms, characters only")
    table("Reading the three samples in each format", heads, rows)
    hundred = typst.compile(HUNDRED)
    pages = len(pdfium.PdfDocument(hundred))
    ways = [
        ("import", lambda: importers.read("a.pdf", hundred)),
        ("PDFium, characters only", lambda: _pdf_words(hundred)),
    ]
    if shutil.which("pdftotext"):
        ways.append(("pdftotext -layout, characters only", lambda: _pdftotext(hundred)))
    table(
        f"A PDF of {pages} pages",
        ("how", "ms p50", "ms p95"),
        [(name, *spread([timed(work) for _ in range(times)])) for name, work in ways],
    )


def _each(work: Callable[[bytes], object], contents: list[bytes], times: int) -> float:
    """Give the median milliseconds of one file."""
    return spread([timed(lambda one=one: work(one)) for _ in range(times) for one in contents])[0]


def _docx_words(content: bytes) -> str:
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def _pdf_words(content: bytes) -> str:
    opened = pdfium.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in opened)


def _pdftotext(content: bytes) -> bytes:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        return subprocess.run(["pdftotext", "-layout", file.name, "-"], capture_output=True, check=True).stdout


if __name__ == "__main__":
    files()
