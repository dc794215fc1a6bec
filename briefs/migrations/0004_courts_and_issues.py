"""The courts of courts-db, and the clinic's issue taxonomy."""

import tomllib
from pathlib import Path

from courts_db import courts
from django.db import migrations

# Courts of appeals by number, and the circuit each state's district courts sit in (28 U.S.C. § 41).
CIRCUITS = {
    "1": "Maine Massachusetts New Hampshire Rhode Island Puerto Rico",
    "2": "Connecticut New York Vermont",
    "3": "Delaware New Jersey Pennsylvania Virgin Islands",
    "4": "Maryland North Carolina South Carolina Virginia West Virginia",
    "5": "Louisiana Mississippi Texas",
    "6": "Kentucky Michigan Ohio Tennessee",
    "7": "Illinois Indiana Wisconsin",
    "8": "Arkansas Iowa Minnesota Missouri Nebraska North Dakota South Dakota",
    "9": "Alaska Arizona California Guam Hawaii Idaho Montana Nevada Oregon Washington",
    "10": "Colorado Kansas New Mexico Oklahoma Utah Wyoming",
    "11": "Alabama Florida Georgia",
}
# What courts-db leaves open or spells otherwise than a citation does.
OURS = {
    "scotus": ("Supreme Court of the United States", "U.S."),
    "ca3": ("United States Court of Appeals for the Third Circuit", "3d Cir."),
    "bia": ("Board of Immigration Appeals", "B.I.A."),
    "ag": ("Attorney General of the United States", "A.G."),
    "immct": ("Immigration Court", "Immig. Ct."),
}


def rank_of(court):
    """Give 1 Supreme Court, 2 court of appeals, 3 federal trial court, 4 immigration agency, 5 other."""
    if court["id"] == "scotus":
        return 1
    if court["id"] in ("bia", "ag", "immct"):
        return 4
    if court.get("system") == "federal" and court["id"].startswith("ca") and court.get("type") == "appellate":
        return 2
    return 3 if court.get("system") == "federal" and court.get("type") == "trial" else 5


def circuit_of(court):
    """Give the circuit a federal court belongs to, or an empty string."""
    rank = rank_of(court)
    if rank == 2:
        number = court["id"].removeprefix("ca")
        return {"dc": "DC", "fc": "Fed"}.get(number, number if number in CIRCUITS else "")
    if rank == 3:
        place = court.get("location") or ""
        return next((number for number, states in CIRCUITS.items() if place and place in states), "")
    return ""


def load_courts(apps, schema_editor):
    """Load every court that citations name."""
    rows = {court["id"]: dict(court) for court in courts}
    for court in rows.values():
        if court["name"].startswith("Court of Appeals for the"):
            court["name"] = f"United States {court['name']}"  # its name by 28 U.S.C. § 43
    for key, (name, cite) in OURS.items():
        rows[key] = {**rows.get(key, {}), "id": key, "name": name, "citation_string": cite}
    Court = apps.get_model("briefs", "Court")
    Court.objects.bulk_create(
        Court(
            id=court["id"],
            name=court["name"][:200],
            abbreviation=court["citation_string"][:60],
            rank=rank_of(court),
            circuit=circuit_of(court),
        )
        for court in rows.values()
        if court.get("citation_string")
    )


def load_issues(apps, schema_editor):
    """Load the taxonomy, parents before children, in the order it is written."""
    Issue = apps.get_model("briefs", "Issue")
    with (Path(__file__).parent / "taxonomy.toml").open("rb") as file:
        entries = tomllib.load(file)["issue"]
    made = {}
    for position, entry in enumerate(entries):
        parent = made.get(entry.pop("parent", None))
        made[entry["slug"]] = Issue.objects.create(parent=parent, position=position, **entry)


class Migration(migrations.Migration):
    dependencies = [("briefs", "0003_rules")]
    operations = [
        migrations.RunPython(load_courts, migrations.RunPython.noop),
        migrations.RunPython(load_issues, migrations.RunPython.noop),
    ]
