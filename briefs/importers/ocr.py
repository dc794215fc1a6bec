"""Scanned pages: read by OCRmyPDF where it is installed, else refused with what to do."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from briefs.importers.imported import Unreadable

PROGRAM = "ocrmypdf"
SECONDS_EACH = 20  # a page
_SCAN = "The PDF is a scan: its pages are pictures of text."


def recognised(content: bytes, pages: int, *, program: str = PROGRAM, seconds: int | None = None) -> bytes:
    """Give a scanned PDF with its text laid under the pictures; raises Unreadable when that cannot be done."""
    if shutil.which(program) is None:
        raise Unreadable(f"{_SCAN} It needs OCR before it can be read; {PROGRAM} is not installed here.")
    limit = seconds or 30 + SECONDS_EACH * pages
    with tempfile.TemporaryDirectory() as folder:
        scan, read = Path(folder, "scan.pdf"), Path(folder, "read.pdf")
        scan.write_bytes(content)
        command = [program, "--quiet", "--force-ocr", "--output-type", "pdf", "--optimize", "0", "-l", "eng"]
        running = subprocess.Popen(
            [*command, str(scan), str(read)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it starts programs of its own, which must end with it
        )
        try:
            failed = running.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            raise Unreadable(f"{_SCAN} Reading it by OCR took longer than {limit} seconds.") from None
        if failed or not read.exists():
            raise Unreadable(f"{_SCAN} OCR could not read them.")
        return read.read_bytes()
