"""How workers begin: what they have loaded is never looked through for garbage while somebody waits."""

import subprocess
import sys

from django.conf import settings

BEGIN = "import gc; from clinic.gunicorn import post_worker_init as begin; begin(None); print(gc.get_freeze_count())"


def test_a_worker_lets_what_is_loaded_be():
    line = [sys.executable, "-c", BEGIN]
    done = subprocess.run(line, check=True, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert int(done.stdout) > 1000
