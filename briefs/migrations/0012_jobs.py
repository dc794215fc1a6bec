"""Long work, kept in PostgreSQL's own queue."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("briefs", "0011_imports")]
    operations = []
