"""Whoever wrote a brief owns it until it is handed over; a flag cleared before sources were asked for says so."""

from django.db import migrations, models
from django.db.models import F


def fill(apps, schema_editor):
    apps.get_model("briefs", "Brief").objects.filter(owner=None).update(owner=F("author"))
    flags = apps.get_model("briefs", "LawFlag").objects.filter(cleared_on__isnull=False, cleared_source="")
    flags.update(cleared_source="Not recorded")


class Migration(migrations.Migration):
    dependencies = [("briefs", "0008_review")]
    operations = [
        migrations.AddField(
            model_name="historicallawflag",
            name="cleared_source",
            field=models.CharField(
                blank=True,
                help_text="The primary source that shows the change does not bear on the brief.",
                max_length=300,
            ),
        ),
        migrations.AddField(
            model_name="lawflag",
            name="cleared_source",
            field=models.CharField(
                blank=True,
                help_text="The primary source that shows the change does not bear on the brief.",
                max_length=300,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="lawflag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cleared_on__isnull", True), models.Q(("cleared_source", ""), _negated=True), _connector="OR"
                ),
                name="law_flag_cleared_with_a_source",
            ),
        ),
    ]
