"""Findings of the source doctor, and changes of a text made by hand."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("briefs", "0010_search")]
    operations = []
