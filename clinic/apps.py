"""Which admin site the project uses."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, as the clinic's desk."""

    default_site = "clinic.desk.ClinicSite"
