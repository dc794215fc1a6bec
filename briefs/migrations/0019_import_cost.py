"""What an import writes costs the database less: overlaps are looked for once a statement, and few indexes are kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# An exclusion constraint looks through its index for every row. Here the places of an opinion are looked through once
# for all that a statement adds, in order, where each must begin after the one before has ended. Two who write to one
# opinion do it one after the other, so that neither misses what the other adds. The index is asked for because the plan
# is kept for as long as the connection lasts, and may be made while the tables are empty.
APART = """
CREATE FUNCTION {noun}s_never_overlap(opinions bigint[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    PERFORM FROM briefs_opinion WHERE id = ANY(opinions) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM (
            SELECT start, lag("end") OVER (PARTITION BY opinion_id ORDER BY start) AS before
            FROM briefs_{noun} WHERE opinion_id = ANY(opinions)
        ) AS places
        WHERE start < before
    ) THEN
        RAISE EXCEPTION 'Two {noun}s overlap.'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = '{noun}s_never_overlap';
    END IF;
END $$;

CREATE FUNCTION {noun}s_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM {noun}s_never_overlap(ARRAY(SELECT DISTINCT opinion_id FROM added)); RETURN NULL; END $$;

CREATE FUNCTION {noun}_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM {noun}s_never_overlap(ARRAY[NEW.opinion_id]); RETURN NULL; END $$;

CREATE TRIGGER {noun}s_never_overlap AFTER INSERT ON briefs_{noun} REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION {noun}s_added();
CREATE TRIGGER {noun}s_never_overlap_moved AFTER UPDATE ON briefs_{noun} FOR EACH ROW
    WHEN ((OLD.opinion_id, OLD.start, OLD."end") IS DISTINCT FROM (NEW.opinion_id, NEW.start, NEW."end"))
    EXECUTE FUNCTION {noun}_moved();
"""
TOGETHER = """
DROP TRIGGER {noun}s_never_overlap_moved ON briefs_{noun};
DROP TRIGGER {noun}s_never_overlap ON briefs_{noun};
DROP FUNCTION {noun}_moved(), {noun}s_added(), {noun}s_never_overlap(bigint[]);
"""

# A passage of up to a page of the database is kept as it is, not squeezed: few are longer.
WHOLE = "ALTER TABLE briefs_passage SET (toast_tuple_target = 8160)"
SQUEEZED = "ALTER TABLE briefs_passage RESET (toast_tuple_target)"


def _apart(noun):
    return migrations.RunSQL(APART.format(noun=noun), TOGETHER.format(noun=noun))


def _another():
    """Give the field of an authority's history that points to another authority, without an index."""
    return models.ForeignKey(
        blank=True,
        db_constraint=False,
        db_index=False,
        null=True,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to="briefs.authority",
    )


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("briefs", "0018_flag_holding")]
    operations = [
        migrations.RemoveConstraint(model_name="passage", name="passages_never_overlap"),
        migrations.RemoveConstraint(model_name="citation", name="citations_never_overlap"),
        _apart("passage"),
        _apart("citation"),
        migrations.RunSQL(WHOLE, SQUEEZED),
        # Indexes that no question asks: of an authority's history all but its number, and who decided a citation,
        # which few have.
        migrations.AlterField("historicalauthority", "key", models.CharField(max_length=200)),
        migrations.AlterField("historicalauthority", "slug", models.SlugField(db_index=False, max_length=120)),
        migrations.AlterField("historicalauthority", "parent", _another()),
        migrations.AlterField("historicalauthority", "merged_into", _another()),
        migrations.AlterField(
            model_name="citation",
            name="corrected_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Who decided what is cited; no re-run changes it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("corrected_by__isnull", False)),
                fields=["corrected_by"],
                name="citation_corrected_by_somebody",
            ),
        ),
    ]
