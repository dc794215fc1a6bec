"""Keys that say more of each row, and are kept in memory by those who search."""

import django.contrib.postgres.fields
from django.db import migrations, models

# A number for each of the words that stand oftenest in a text, with how much of it the text says: its places (15 for
# one in the holdings, 6 for one in a brief's other sections) beside the text's length. And one for each word of the name.
KEY = r"""
CREATE OR REPLACE FUNCTION search_key(vector tsvector) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT number), '{}')
    FROM (
        (SELECT %(number)s AS number
        FROM (
            SELECT lexeme, sum(cardinality(positions)) OVER ()::float AS length,
                cardinality(positions)
                + 14 * cardinality(array_positions(weights, 'B'))
                + 5 * cardinality(array_positions(weights, 'C')) AS often
            FROM unnest(vector)
        ) AS words
        ORDER BY often DESC, lexeme
        LIMIT %(most)s)
        UNION ALL
        (SELECT %(named)s FROM unnest(vector) WHERE 'A' = ANY(weights) ORDER BY lexeme LIMIT 24)
    ) AS numbers
$$;
"""
# Above, a number for the word; in the lowest seven bits a grade, eight to the doubling, 127 for a word of the name.
# Counts and grades are those of search/rank.py and search/keys.py.
NOW = {
    "number": "hashtext(lexeme) & ~127"
    " | least(126, greatest(0, 24 + round(8 * ln(often / (0.3 + 0.9 * length / 2500)) / ln(2))))::integer",
    "most": "192",
    "named": "hashtext(lexeme) | 127",
}
# As 0010 made it.
FORMERLY = {
    "number": "hashtext(lexeme || ' '"
    " || least(15, greatest(0, 3 + floor(2 * ln(often / (0.3 + 0.9 * length / 2500)) / ln(2))))::integer)",
    "most": "96",
    "named": "hashtext(lexeme || ' name')",
}


class Migration(migrations.Migration):
    dependencies = [("briefs", "0015_edition_holding_issues")]
    operations = [
        migrations.RemoveIndex(model_name="searchrow", name="search_row_key"),
        migrations.RemoveField(model_name="searchrow", name="key"),
        migrations.RunSQL(KEY % NOW, KEY % FORMERLY),
        migrations.AddField(
            model_name="searchrow",
            name="key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(models.F("words"), function="search_key"),
                output_field=django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None),
            ),
        ),
    ]
