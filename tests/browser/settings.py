"""The site's settings with folders of its own, so that nothing collected or cached by another site is served."""

import os
from pathlib import Path

from clinic.settings import *  # noqa: F403
from clinic.settings import CACHES, STORAGES

OWN = Path(os.environ["SITE_FOLDER"])
STATIC_ROOT = Path(os.environ["STATIC_FOLDER"])
# Under names with a hash, as deployed, but not compressed: that takes longer than all that is fetched of them.
HASHED = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
STORAGES = {**STORAGES, "staticfiles": HASHED}
CACHES = {**CACHES, "exports": {**CACHES["exports"], "LOCATION": OWN / "exports"}}
# Signing in is tried on its pages; what the browser waits for need not be a strong hash.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
