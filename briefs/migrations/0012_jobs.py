"""Long work, kept in PostgreSQL's own queue."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefs", "0011_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(help_text="Which work; see KINDS in workflow/work.py.", max_length=30)),
                ("title", models.CharField(help_text="What was asked for, in words.", max_length=200)),
                ("arguments", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("stopped", "Stopped"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="jobs", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0, help_text="0 while it is not known.")),
                ("says", models.TextField(blank=True, help_text="What came of it, in sentences.")),
                ("report", models.JSONField(default=list, help_text="Rows of text: what became of each part.")),
                ("result", models.BinaryField(null=True)),
                ("result_name", models.CharField(blank=True, max_length=200)),
                ("result_mime", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "indexes": [models.Index(fields=["asked_by", "-asked_at"], name="job_of_a_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("total", 0), ("done__lte", models.F("total")), _connector="OR"),
                        name="job_not_more_than_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["done", "failed", "stopped"]), _negated=True),
                            ("ended_at__isnull", False),
                            _connector="OR",
                        ),
                        name="ended_job_has_its_end",
                    ),
                ],
            },
        ),
    ]
