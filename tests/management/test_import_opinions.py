"""`manage.py import_opinions`: totals, a line for each refusal, and an exit code that a script can use."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from briefs.models import Opinion
from tests.rows import TEXT

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> tuple[str, str, int]:
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("import_opinions", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return out.getvalue(), err.getvalue(), code


@pytest.fixture
def opinion(tmp_path: Path) -> Path:
    path = tmp_path / "opinion.txt"
    path.write_text(TEXT)
    return path


def test_a_second_run_imports_nothing_and_fails_nothing(opinion: Path, staff):
    assert run(opinion.parent) == ("1 imported, 0 already here, 0 refused.\n", "", 0)
    assert run(opinion)[0] == "0 imported, 1 already here, 0 refused.\n"
    assert Opinion.objects.get().imported_by == staff


def test_a_refusal_is_named_and_fails_the_run_but_not_the_rest(opinion: Path, student):
    bad = opinion.parent / "bad.txt"
    bad.write_bytes(b"%PDF-1.4")
    out, err, code = run(opinion.parent, "--user", "student")
    assert out == "1 imported, 0 already here, 1 refused.\n"
    assert f"{bad}: The PDF is damaged or cut off, so it cannot be opened." in err
    assert code == 1


def test_who_imports_has_to_be_a_member(opinion: Path):
    with pytest.raises(CommandError, match="createsuperuser"):
        run(opinion)
    User.objects.create_user("guest")
    with pytest.raises(CommandError, match="“guest” is not a member"):
        run(opinion, "--user", "guest")
    with pytest.raises(CommandError, match="No account is named “nobody”"):
        run(opinion, "--user", "nobody")
    assert not Opinion.objects.exists()


def test_no_name_of_a_file_is_a_formula_in_the_report(opinion: Path, staff, monkeypatch):
    monkeypatch.chdir(opinion.parent)
    Path("=1+1.txt").write_text(TEXT)
    run("=1+1.txt", "--report", "report.csv")
    assert Path("report.csv").read_text().splitlines()[1].startswith("'=1+1.txt,imported,")
