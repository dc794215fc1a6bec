"""An edition's page is frozen; the columns it is searched by follow merged authorities and issues."""

from django.db import migrations

FROZEN = """
CREATE OR REPLACE FUNCTION edition_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    loose text[] := ARRAY['is_current', 'withdrawn_at', 'withdrawn_because', 'authority_ids', 'issue_ids', 'search'];
BEGIN
    IF to_jsonb(NEW) - loose IS DISTINCT FROM to_jsonb(OLD) - loose THEN
        RAISE EXCEPTION 'A published edition cannot be changed; publish the next one.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'edition_is_frozen';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("briefs", "0006_decisions")]
    operations = [migrations.RunSQL(FROZEN, migrations.RunSQL.noop)]
