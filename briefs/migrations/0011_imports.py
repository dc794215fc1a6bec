"""Findings of the source doctor, changes of a text made by hand, what a person had covered, what was looked at."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefs", "0010_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="opinion",
            name="hidden",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(),
                default=list,
                editable=False,
                help_text="Words a person signed as somebody's number, birthday or name; covered wherever the public reads.",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="previewed_at",
            field=models.DateTimeField(blank=True, help_text="When somebody first looked at it.", null=True),
        ),
        migrations.CreateModel(
            name="TextChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
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
                        ],
                        max_length=10,
                    ),
                ),
                ("raw_start", models.PositiveIntegerField()),
                ("raw_end", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                ("prefix", models.CharField(blank=True, max_length=32)),
                ("suffix", models.CharField(blank=True, max_length=32)),
                ("words", models.TextField(blank=True)),
                ("is_placed", models.BooleanField(default=True, help_text="Whether it stands in the present text.")),
                ("because", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="text_changes", to="briefs.opinion"
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("words", models.TextField()),
                ("prefix", models.CharField(blank=True, max_length=32)),
                ("suffix", models.CharField(blank=True, max_length=32)),
                ("why", models.TextField()),
                ("fix", models.TextField(null=True)),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("real", "An identifier, to be covered"),
                            ("none", "Not an identifier"),
                            ("fixed", "Fix applied"),
                            ("dismissed", "Right as it stands"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="briefs.opinion"
                    ),
                ),
                (
                    "change",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="finding",
                        to="briefs.textchange",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="textchange",
            index=models.Index(fields=["opinion", "id"], name="text_change_in_order"),
        ),
        migrations.AddConstraint(
            model_name="textchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("raw_end__gte", models.F("raw_start"))), name="text_change_has_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="textchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote", ""), _negated=True), name="text_change_quotes_something"
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(fields=["opinion", "start"], name="finding_in_reading_order"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))), name="finding_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision", ""), ("decided_at__isnull", False), _connector="OR"),
                name="finding_decided_at_some_time",
            ),
        ),
    ]
