"""How gunicorn serves the sites of a run: loaded once, and forked anew for each site, which finds nothing kept."""

import os
from pathlib import Path
from typing import Any

from clinic import gunicorn
from clinic.gunicorn import *  # noqa: F403

workers = 1
preload_app = True
WORKER = "worker"  # a file in the site's folder: which process serves it


def post_worker_init(worker: Any) -> None:
    """Begin as a worker of the deployed site does, and tell which process that is."""
    gunicorn.post_worker_init(worker)
    new = Path(os.environ["SITE_FOLDER"], f"{WORKER}.{worker.pid}")
    new.write_text(str(worker.pid), encoding="utf-8")
    new.rename(new.with_name(WORKER))
