"""The clinic's three groups and what the admin lets each do; rules about single rows are in access.py."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

WRITES = {
    "student": {
        "add": ["annotation", "brief", "holding", "pin", "lawflag"],
        "change": ["annotation", "brief", "holding", "pin", "lawflag"],
        "delete": ["annotation", "holding", "pin", "lawflag"],
    },
    "staff": {
        "add": [
            *["annotation", "brief", "holding", "pin", "lawflag", "case", "casejudge", "decisionbelow"],
            *["disposition", "authority", "authorityalias", "issue"],
        ],
        "change": [
            *["annotation", "brief", "holding", "pin", "lawflag", "case", "casejudge", "decisionbelow"],
            *["disposition", "authority", "authorityalias", "issue", "opinion", "citation", "court"],
        ],
        "delete": [
            *["annotation", "holding", "pin", "lawflag", "casejudge", "decisionbelow", "disposition"],
            *["authorityalias", "source"],
        ],
    },
}
READS = [
    *["annotation", "brief", "holding", "pin", "lawflag", "case", "casejudge", "decisionbelow", "disposition"],
    *["authority", "authorityalias", "issue", "opinion", "citation", "court", "source", "passage", "edition"],
]


def make_groups(apps, schema_editor):
    """Make student, staff and attorney; an attorney has what staff have, and publishes."""
    for app in ("auth", "briefs"):
        create_permissions(installed.get_app_config(app), verbosity=0)
    groups = apps.get_model("auth", "Group").objects
    permissions = apps.get_model("auth", "Permission").objects
    for name in ("student", "staff", "attorney"):
        writes = WRITES["student" if name == "student" else "staff"]
        codes = [f"view_{noun}" for noun in READS]
        codes += [f"{verb}_{noun}" for verb, nouns in writes.items() for noun in nouns]
        codes += ["publish_brief"] if name == "attorney" else []
        group, _ = groups.get_or_create(name=name)
        group.permissions.set(permissions.filter(content_type__app_label="briefs", codename__in=codes))


class Migration(migrations.Migration):
    dependencies = [
        ("briefs", "0004_courts_and_issues"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
