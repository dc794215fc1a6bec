"""What an import writes most of is written as it is kept, and no two opinions are looked through for one overlap."""

import struct

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

_HEAD = struct.Struct(">II")

# PostgreSQL would squeeze these with a method that saves half the room and costs a tenth of an import. Files are mostly
# squeezed already, and texts are read more often than kept.
STORAGE = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE briefs_source ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE briefs_opinion ALTER COLUMN raw SET STORAGE EXTERNAL;
ALTER TABLE briefs_opinion ALTER COLUMN text SET STORAGE EXTERNAL;
ALTER TABLE briefs_opinion ALTER COLUMN packed SET STORAGE EXTERNAL;
"""
STORAGE_BEFORE = """
ALTER TABLE briefs_source ALTER COLUMN content SET STORAGE EXTENDED;
ALTER TABLE briefs_opinion ALTER COLUMN raw SET STORAGE EXTENDED;
ALTER TABLE briefs_opinion ALTER COLUMN text SET STORAGE EXTENDED;
SET CONSTRAINTS ALL IMMEDIATE;
"""


def pack(apps, schema_editor):
    opinions = apps.get_model("briefs", "Opinion").objects
    for pk in list(opinions.values_list("pk", flat=True)):  # one by one: all maps at once are many times the texts
        pieces = opinions.values_list("pieces", flat=True).get(pk=pk)
        opinions.filter(pk=pk).update(packed=_packed(pieces))


def unpack(apps, schema_editor):
    opinions = apps.get_model("briefs", "Opinion").objects
    for pk in list(opinions.values_list("pk", flat=True)):
        packed = opinions.values_list("packed", flat=True).get(pk=pk)
        opinions.filter(pk=pk).update(pieces=_unpacked(packed))


def _packed(rows):
    """As briefs/text/pieces.py packed them when this was written."""
    if not rows:
        return b""
    *places, names = zip(*rows, strict=True)
    known = {name: at for at, name in enumerate(dict.fromkeys(names))}
    head = "\n".join(known).encode()
    columns = [struct.pack(f">{len(rows)}I", *one) for one in places]
    return b"".join([_HEAD.pack(len(rows), len(head)), head, bytes(known[name] for name in names), *columns])


def _unpacked(kept):
    if not kept:
        return []
    count, length = _HEAD.unpack_from(kept)
    at = _HEAD.size + length
    known = bytes(kept[_HEAD.size : at]).decode().split("\n")
    names = [known[one] for one in bytes(kept[at : at + count])]
    columns = [struct.unpack_from(f">{count}I", kept, at + count + 4 * count * one) for one in range(4)]
    return [list(row) for row in zip(*columns, names, strict=True)]


def _apart(name):
    return django.contrib.postgres.constraints.ExclusionConstraint(
        name=name,
        expressions=[
            ("opinion", django.contrib.postgres.fields.ranges.RangeOperators.EQUAL),
            (
                models.Func(
                    models.F("start"),
                    models.F("end"),
                    models.Value("[)"),
                    function="int4range",
                    output_field=models.IntegerField(),
                ),
                django.contrib.postgres.fields.ranges.RangeOperators.OVERLAPS,
            ),
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("briefs", "0016_search_keys")]
    operations = [
        migrations.AddField(
            model_name="opinion",
            name="packed",
            field=models.BinaryField(default=b"", help_text="How each raw character got into the text, packed."),
        ),
        migrations.RunPython(pack, unpack),
        migrations.RunSQL(STORAGE, STORAGE_BEFORE),
        migrations.RemoveField(model_name="opinion", name="pieces"),
        migrations.RenameField(model_name="opinion", old_name="packed", new_name="pieces"),
        migrations.AlterField(
            model_name="passage",
            name="opinion",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="passages",
                to="briefs.opinion",
            ),
        ),
        migrations.RemoveConstraint(model_name="passage", name="passages_never_overlap"),
        migrations.AddConstraint(model_name="passage", constraint=_apart("passages_never_overlap")),
        migrations.RemoveConstraint(model_name="citation", name="citations_never_overlap"),
        migrations.AddConstraint(model_name="citation", constraint=_apart("citations_never_overlap")),
    ]
