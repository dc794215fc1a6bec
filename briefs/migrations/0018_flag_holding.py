"""Later law points to the holding it bears on, whatever number that has."""

import django.db.models.deletion
from django.db import migrations, models

# By the numbers there are now; a number that no holding has is left, and the flag bears on the whole case.
POINT = """
UPDATE briefs_lawflag flag SET bears_on_id = held.id FROM briefs_holding held
WHERE held.brief_id = flag.brief_id AND held.number = flag.holding_number;
UPDATE briefs_historicallawflag flag SET bears_on_id = held.id FROM briefs_holding held
WHERE held.brief_id = flag.brief_id AND held.number = flag.holding_number;
SET CONSTRAINTS ALL IMMEDIATE;
"""
NUMBER = """
UPDATE briefs_lawflag flag SET holding_number = held.number FROM briefs_holding held WHERE held.id = flag.bears_on_id;
UPDATE briefs_historicallawflag flag SET holding_number = held.number FROM briefs_holding held
WHERE held.id = flag.bears_on_id;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [("briefs", "0017_import_speed")]
    operations = [
        migrations.AddField(
            model_name="lawflag",
            name="bears_on",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="briefs.holding",
            ),
        ),
        migrations.AddField(
            model_name="historicallawflag",
            name="bears_on",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="briefs.holding",
            ),
        ),
        migrations.RunSQL(POINT, NUMBER),
        migrations.RemoveField(model_name="lawflag", name="holding_number"),
        migrations.RemoveField(model_name="historicallawflag", name="holding_number"),
    ]
