"""The published propositions of an issue are found without looking through all of them."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("briefs", "0014_search_joints")]

    operations = [
        migrations.AddIndex(
            model_name="editionholding",
            index=GinIndex(fields=["issue_ids"], name="edition_holding_issues"),
        ),
    ]
