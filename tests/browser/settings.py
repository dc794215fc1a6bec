"""The site's settings with folders of its own, so that nothing collected or cached by another site is served."""

import os
from pathlib import Path

from clinic.settings import *  # noqa: F403
from clinic.settings import CACHES

OWN = Path(os.environ["SITE_FOLDER"])
STATIC_ROOT = Path(os.environ["STATIC_FOLDER"])
CACHES = {**CACHES, "exports": {**CACHES["exports"], "LOCATION": OWN / "exports"}}
# Signing in is tried on its pages; what the browser waits for need not be a strong hash.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
