"""Pictures of a PDF's pages for a person who compares them with the text; drawn in a process of its own, in limits."""

import json
import os
import subprocess
import sys
from pathlib import Path

from briefs.importers.imported import Unreadable

WIDTH = 1100  # pixels: twice what a column of the desk shows, for zoom and fine screens
SECONDS = 20
MEGABYTES = 1024
_PROGRAM = Path(__file__).with_name("printed") / "draw.py"
_PAUSE = 10  # seconds more than its own clock that the program may take on a busy machine


def page_image(
    content: bytes, page: int, *, width: int = WIDTH, seconds: int = SECONDS, megabytes: int = MEGABYTES
) -> bytes:
    """Give the picture of a page, counted from 1, as grey PNG; raises Unreadable with a sentence."""
    call = json.dumps({"page": page, "width": width, "seconds": seconds, "megabytes": megabytes}).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-s", str(_PROGRAM)],
            input=call + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=2 * seconds + _PAUSE,
            env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(f"Page {page} took longer than {seconds} seconds to draw.") from None
    if done.returncode:
        raise Unreadable(f"Page {page} of this file cannot be drawn.")
    return done.stdout
