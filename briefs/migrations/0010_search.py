"""What the search reads."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

# A name is searched as it is spelt: accents are folded, endings are kept.
NAMES = """
CREATE TEXT SEARCH CONFIGURATION names_folded (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION names_folded
    ALTER MAPPING FOR asciiword, hword_asciipart, asciihword, hword, hword_part, word WITH unaccent, simple;
"""
UNDO_NAMES = "DROP TEXT SEARCH CONFIGURATION names_folded;"

FUNCTIONS = r"""
-- The vector of a row. One of more than a megabyte is refused by PostgreSQL: of such a text (no opinion is one) the
-- beginning is taken, which fits whatever it says.
CREATE FUNCTION search_words(named text, held text, told text, content text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN setweight(to_tsvector('english_folded', named), 'A') || setweight(to_tsvector('english_folded', held), 'B')
        || setweight(to_tsvector('english_folded', told), 'C') || to_tsvector('english_folded', content);
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN setweight(to_tsvector('english_folded', left(named, 4000)), 'A')
        || setweight(to_tsvector('english_folded', left(held, 50000)), 'B')
        || setweight(to_tsvector('english_folded', left(told, 50000)), 'C')
        || to_tsvector('english_folded', left(content, 150000));
END $$;

CREATE FUNCTION search_length(vector tsvector) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(sum(cardinality(positions)), 0)::integer FROM unnest(vector)
$$;

-- A number for each of the 96 words that stand oftenest in a text, with how much of it each says: a grade, two to the
-- doubling, of its places (15 for one in the holdings, 6 for one in a brief's other sections) beside the text's length.
-- And one for each word of the name. Counts and grades are those of search/rank.py.
CREATE FUNCTION search_key(vector tsvector) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT number), '{}')
    FROM (
        (SELECT hashtext(lexeme || ' '
            || least(15, greatest(0, 3 + floor(2 * ln(often / (0.3 + 0.9 * length / 2500)) / ln(2))))::integer) AS number
        FROM (
            SELECT lexeme, sum(cardinality(positions)) OVER ()::float AS length,
                cardinality(positions)
                + 14 * cardinality(array_positions(weights, 'B'))
                + 5 * cardinality(array_positions(weights, 'C')) AS often
            FROM unnest(vector)
        ) AS words
        ORDER BY often DESC, lexeme
        LIMIT 96)
        UNION ALL
        (SELECT hashtext(lexeme || ' name') FROM unnest(vector) WHERE 'A' = ANY(weights) ORDER BY lexeme LIMIT 24)
    ) AS numbers
$$;

-- A number for each two words that follow each other, with how many words that are not kept stand between them.
CREATE FUNCTION search_pairs(vector tsvector) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT hashtext(before || ' ' || (place - earlier) || ' ' || lexeme)), '{}')
    FROM (
        SELECT lexeme, place, lag(lexeme) OVER following AS before, lag(place) OVER following AS earlier
        FROM unnest(vector) AS words, unnest(words.positions) AS place
        WINDOW following AS (ORDER BY place, lexeme)
    ) AS pairs
    WHERE before IS NOT NULL
$$;
"""
UNDO_FUNCTIONS = """
DROP FUNCTION search_words, search_length, search_key, search_pairs;
"""

# PostgreSQL thinks that looking into a vector costs nothing, and reads every row where it knows that many match. What it
# does not know it takes for rare, and asks the index, which is right here for rare and common words.
STATISTICS = """
ALTER TABLE briefs_searchrow ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE briefs_searchrow ALTER COLUMN pairs SET STATISTICS 0;
ALTER TABLE briefs_searchrow ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE briefs_searchname ALTER COLUMN words SET STATISTICS 0;
"""


def begin(apps, schema_editor):
    apps.get_model("briefs", "SearchState").objects.create(mark=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("briefs", "0009_owners")]
    operations = [
        migrations.RunSQL(NAMES, UNDO_NAMES),
        migrations.RunSQL(FUNCTIONS, UNDO_FUNCTIONS),
        migrations.CreateModel(
            name="SearchState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "word",
                    models.CharField(
                        help_text="Without accents and capitals.", max_length=60, primary_key=True, serialize=False
                    ),
                ),
                ("spelt", models.CharField(max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name="SearchName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=810)),
                (
                    "cited",
                    models.PositiveIntegerField(
                        default=0, help_text="How many released opinions and published briefs cite it."
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="Accents folded, endings kept: a name is typed as it is spelt."
                    ),
                ),
                (
                    "authority",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_name",
                        to="briefs.authority",
                    ),
                ),
                (
                    "opinion",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_name",
                        to="briefs.opinion",
                    ),
                ),
            ],
            options={
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["words"], name="search_name_words")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("authority__isnull", False), ("opinion__isnull", True)),
                            models.Q(("authority__isnull", True), ("opinion__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_name_names_one_thing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "shelf",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Briefs"), (2, "Holdings"), (3, "From separate opinions"), (4, "Opinions")]
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("decided_on", models.DateField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("lead", "Opinion of the court"),
                            ("per_curiam", "Per curiam opinion"),
                            ("memorandum", "Memorandum disposition"),
                            ("plurality", "Plurality opinion"),
                            ("concurrence", "Concurrence"),
                            ("concurrence_in_part", "Concurrence in part, dissent in part"),
                            ("dissent", "Dissent"),
                        ],
                        max_length=20,
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=80)),
                (
                    "issue_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), default=list, size=None
                    ),
                ),
                (
                    "authority_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), default=list, size=None
                    ),
                ),
                (
                    "weights",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), default=list, size=None
                    ),
                ),
                (
                    "outcomes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), default=list, size=None
                    ),
                ),
                (
                    "grounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("is_precedent", models.BooleanField(default=False, help_text="The court published the decision.")),
                (
                    "cited",
                    models.PositiveIntegerField(default=0, help_text="How many released opinions cite the case."),
                ),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                (
                    "pairs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), default=list, size=None
                    ),
                ),
                (
                    "key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(models.F("words"), function="search_key"),
                        output_field=django.contrib.postgres.fields.ArrayField(
                            base_field=models.IntegerField(), size=None
                        ),
                    ),
                ),
                (
                    "length",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(models.F("words"), function="search_length"),
                        output_field=models.IntegerField(),
                    ),
                ),
                (
                    "court",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="briefs.court"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_rows",
                        to="briefs.edition",
                    ),
                ),
                (
                    "holding",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_row",
                        to="briefs.editionholding",
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="search_rows", to="briefs.opinion"
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="search_row_words"),
                    django.contrib.postgres.indexes.GinIndex(fields=["pairs"], name="search_row_pairs"),
                    django.contrib.postgres.indexes.GinIndex(fields=["key"], name="search_row_key"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("shelf", 4)), fields=("opinion",), name="one_search_row_per_opinion"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("shelf", 1)), fields=("edition",), name="one_search_row_per_edition"
                    ),
                ],
            },
        ),
        migrations.RunSQL(STATISTICS, migrations.RunSQL.noop),
        # Editions are searched by their rows.
        migrations.RemoveIndex(model_name="edition", name="edition_search"),
        migrations.RemoveField(model_name="edition", name="search"),
        # A paragraph of more than a megabyte is kept too, and found by its beginning.
        migrations.RemoveIndex(model_name="passage", name="passage_search"),
        migrations.RemoveField(model_name="passage", name="search"),
        migrations.AddField(
            model_name="passage",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector(
                    django.db.models.functions.text.Left("text", 150000), config="english_folded"
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="passage",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="passage_search"),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
