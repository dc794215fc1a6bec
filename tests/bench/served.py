"""The site as it is deployed, with one address more (served_urls), for gunicorn."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.ROOT_URLCONF = "tests.bench.served_urls"
application = get_wsgi_application()
