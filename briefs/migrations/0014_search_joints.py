"""Phrases that run on from one passage into the next, and rows that are quicker to read."""

from django.db import migrations

JOINTS = r"""
-- The numbers of the pairs of words where one passage of an opinion's body ends and the next begins: a paragraph goes on
-- after a block quotation or the turn of a page, and so does a phrase in it. Sixty characters hold the words concerned;
-- one that is cut through at their edge is left out.
CREATE FUNCTION search_joints(opinion bigint) RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT pair), '{}')
    FROM (
        SELECT CASE WHEN length(text) > 60 THEN regexp_replace(right(text, 60), '^\S*\s', '') ELSE text END AS ending,
            lead(CASE WHEN length(text) > 60 THEN regexp_replace(left(text, 60), '\s\S*$', '') ELSE text END)
                OVER (ORDER BY ordinal) AS beginning
        FROM briefs_passage WHERE opinion_id = opinion AND kind <> 'footnote'
    ) AS joints, unnest(search_pairs(to_tsvector('english_folded', ending || ' ' || beginning))) AS pair
$$;
"""
UNDO_JOINTS = "DROP FUNCTION search_joints;"

# A search reads many rows and of each only its number. With the vectors and long arrays moved out of line four times as
# many rows lie on a page.
NARROW = "ALTER TABLE briefs_searchrow SET (toast_tuple_target = 128)"
UNDO_NARROW = "ALTER TABLE briefs_searchrow RESET (toast_tuple_target)"

# Writes every row of an opinion or a brief anew, which also moves its parts.
JOIN = """
UPDATE briefs_searchrow SET pairs = array(SELECT unnest(pairs) UNION SELECT unnest(search_joints(opinion_id)))
WHERE shelf IN (1, 4)
"""


class Migration(migrations.Migration):
    dependencies = [("briefs", "0013_import_desk")]
    operations = [
        migrations.RunSQL(JOINTS, UNDO_JOINTS),
        migrations.RunSQL(NARROW, UNDO_NARROW),
        migrations.RunSQL(JOIN, migrations.RunSQL.noop),
    ]
