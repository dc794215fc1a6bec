"""What the tables stand on: extensions, and a text search configuration that folds accents."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(
            """
            CREATE TEXT SEARCH CONFIGURATION english_folded (COPY = english);
            ALTER TEXT SEARCH CONFIGURATION english_folded
                ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
            """,
            "DROP TEXT SEARCH CONFIGURATION english_folded;",
        ),
    ]
