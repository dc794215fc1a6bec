"""The app's name for Django."""

from django.apps import AppConfig


class BriefsConfig(AppConfig):
    """Case briefs, the opinions under them and the authorities they cite."""

    name = "briefs"
    verbose_name = "Case briefs"
