"""Pages that are pictures, or as good as pictures: read by OCRmyPDF where it is installed, else refused."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from briefs.importers.imported import Unreadable

PROGRAM = "ocrmypdf"
SECONDS_EACH = 20  # a page


def recognised(
    content: bytes,
    pages: int,
    *,
    said: str,
    program: str = PROGRAM,
    seconds: int | None = None,
) -> bytes:
    """Give a PDF with its text laid under the pictures; raises Unreadable when that cannot be done.

    `said` is the sentence that tells why it must be.
    """
    if shutil.which(program) is None:
        raise Unreadable(f"{said} It needs OCR before it can be read; {PROGRAM} is not installed here.")
    limit = seconds or 30 + SECONDS_EACH * pages
    with tempfile.TemporaryDirectory() as folder:
        scan, read = Path(folder, "scan.pdf"), Path(folder, "read.pdf")
        scan.write_bytes(content)
        command = [program, "--quiet", "--force-ocr", "--deskew", "--rotate-pages", "--output-type", "pdf"]
        command += ["--optimize", "0", "-l", "eng"]
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
            raise Unreadable(f"{said} Reading it by OCR took longer than {limit} seconds.") from None
        if failed or not read.exists():
            raise Unreadable(f"{said} OCR could not read it.")
        return read.read_bytes()
