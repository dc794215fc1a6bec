"""What a person says of a finding, how far a file is that waits to be read, and lines set in the middle."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefs", "0012_jobs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="because",
            field=models.CharField(
                blank=True, db_default="", default="", help_text="Why it was dismissed.", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="reading",
            field=models.CharField(
                blank=True,
                choices=[("waiting", "Waiting to be read"), ("now", "Being read"), ("refused", "Cannot be read")],
                db_default="",
                default="",
                help_text="Empty once it was read.",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="refused",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why it cannot be read, in a sentence."
            ),
        ),
        migrations.AlterField(
            model_name="textchange",
            name="act",
            field=models.CharField(
                choices=[
                    ("retype", "Words retyped"),
                    ("join", "Joined to the paragraph before"),
                    ("split", "New paragraph begun"),
                    ("paragraph", "Made a paragraph"),
                    ("heading", "Made a heading"),
                    ("footnote", "Made a footnote"),
                    ("blockquote", "Block quotation marked or unmarked"),
                    ("page", "Page marked"),
                    ("call", "Read as a note call"),
                    ("centred", "Set in the middle, or no longer"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reading", "refused"), ("refused__gt", "")),
                    models.Q(models.Q(("reading", "refused"), _negated=True), ("refused", "")),
                    _connector="OR",
                ),
                name="source_refused_says_why",
            ),
        ),
    ]
