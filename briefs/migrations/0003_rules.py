"""Rules that span rows, held by the database itself.

* INV-2 and INV-6: what a holding may weigh follows from whose writing and whose voice its pins carry.
* Editions are frozen: only being current or withdrawn may change.
"""

from django.db import migrations

WEIGHTS = """
CREATE FUNCTION pinned_weight_fits(holding bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    misfit text;
BEGIN
    SELECT format('Holding %s weighs “%s”, but its pin is %s in the voice “%s”.',
                  h.number, h.weight, replace(o.kind, '_', ' '), a.voice)
      INTO misfit
      FROM briefs_holding h
      JOIN briefs_pin p ON p.holding_id = h.id
      JOIN briefs_annotation a ON a.id = p.annotation_id
      JOIN briefs_opinion o ON o.id = a.opinion_id
     WHERE h.id = holding
       AND CASE
             WHEN o.kind = 'dissent' THEN h.weight <> 'dissent'
             WHEN o.kind = 'concurrence' THEN h.weight <> 'concurrence'
             WHEN o.kind = 'concurrence_in_part' THEN h.weight NOT IN ('concurrence', 'dissent')
             WHEN h.weight IN ('concurrence', 'dissent') THEN true
             ELSE a.voice <> 'court'
           END
     LIMIT 1;
    IF misfit IS NOT NULL THEN
        RAISE EXCEPTION '%', misfit USING ERRCODE = 'check_violation', CONSTRAINT = 'pinned_weight_fits';
    END IF;
END $$;

CREATE FUNCTION pinned_weight_of_pin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pinned_weight_fits(NEW.holding_id); RETURN NEW; END $$;

CREATE FUNCTION pinned_weight_of_holding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pinned_weight_fits(NEW.id); RETURN NEW; END $$;

CREATE FUNCTION pinned_weight_of_annotation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pinned_weight_fits(holding_id) FROM briefs_pin WHERE annotation_id = NEW.id; RETURN NEW; END $$;

CREATE FUNCTION pinned_weight_of_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pinned_weight_fits(p.holding_id)
       FROM briefs_pin p JOIN briefs_annotation a ON a.id = p.annotation_id
      WHERE a.opinion_id = NEW.id;
    RETURN NEW;
END $$;

CREATE CONSTRAINT TRIGGER pinned_weight_fits AFTER INSERT OR UPDATE ON briefs_pin
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION pinned_weight_of_pin();
CREATE CONSTRAINT TRIGGER pinned_weight_fits AFTER UPDATE OF weight ON briefs_holding
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION pinned_weight_of_holding();
CREATE CONSTRAINT TRIGGER pinned_weight_fits AFTER UPDATE OF voice, opinion_id ON briefs_annotation
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION pinned_weight_of_annotation();
CREATE CONSTRAINT TRIGGER pinned_weight_fits AFTER UPDATE OF kind ON briefs_opinion
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION pinned_weight_of_opinion();
"""

UNDO_WEIGHTS = """
DROP TRIGGER pinned_weight_fits ON briefs_pin;
DROP TRIGGER pinned_weight_fits ON briefs_holding;
DROP TRIGGER pinned_weight_fits ON briefs_annotation;
DROP TRIGGER pinned_weight_fits ON briefs_opinion;
DROP FUNCTION pinned_weight_of_pin, pinned_weight_of_holding, pinned_weight_of_annotation,
    pinned_weight_of_opinion, pinned_weight_fits;
"""

FROZEN = """
CREATE FUNCTION edition_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - ARRAY['is_current', 'withdrawn_at', 'withdrawn_because']
       IS DISTINCT FROM to_jsonb(OLD) - ARRAY['is_current', 'withdrawn_at', 'withdrawn_because'] THEN
        RAISE EXCEPTION 'A published edition cannot be changed; publish the next one.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_is_frozen';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER edition_is_frozen BEFORE UPDATE ON briefs_edition
    FOR EACH ROW EXECUTE FUNCTION edition_is_frozen();
"""

UNDO_FROZEN = "DROP TRIGGER edition_is_frozen ON briefs_edition; DROP FUNCTION edition_is_frozen;"


class Migration(migrations.Migration):
    dependencies = [("briefs", "0002_models")]
    operations = [migrations.RunSQL(WEIGHTS, UNDO_WEIGHTS), migrations.RunSQL(FROZEN, UNDO_FROZEN)]
