"""What the search reads."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("briefs", "0009_owners")]
    operations = []
