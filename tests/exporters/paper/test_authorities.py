"""The table of authorities."""

import pytest

from briefs.exporters.paper.sheet import sheet
from tests.exporters import pages, samples

ORDER = (
    "Cases", "Administrative decisions", "Statutes", "Regulations", "Rules", "Treaties", "Reports", "Other",
)  # fmt: skip


def test_groups_and_entries_come_in_order():
    page = samples.balachova()
    page["authorities"] = [
        {**pages.authority("a-g"), "group": group, "slug": f"{group}-{cite}", "cite": cite, "name": ""}
        for group in reversed(ORDER)
        for cite in ("8 U.S.C. § 1158", "8 U.S.C. § 1101", "28 U.S.C. § 2")
    ]
    groups = sheet(page, "")["authorities"]
    assert tuple(group["title"] for group in groups) == ORDER
    cites = [entry["cite"].replace("\u00a0", " ") for entry in groups[0]["entries"]]
    assert cites == ["8 U.S.C. § 1101", "8 U.S.C. § 1158", "28 U.S.C. § 2"]


def test_what_an_answer_or_a_rule_cites_is_chiefly_relied_on():
    groups = sheet(samples.kaptsov(), "")["authorities"]
    chief = {entry["slug"] for group in groups for entry in group["entries"] if entry["chief"]}
    assert {"maldonado-cruz", "barraza", "a-g"} <= chief
    assert not {"bolanos", "handbook", "elias", "cat"} & chief  # the Convention is named in a question only


@pytest.mark.parametrize(
    ("part", "form", "chief"),
    [
        ("answer", "full", True),
        ("rule", "short", True),
        ("rule", "reference", False),
        ("application", "full", False),
        ("question", "full", False),
    ],
)
def test_a_bare_name_or_an_aside_does_not_make_an_authority_chief(part: str, form: str, chief: bool):
    page = pages.bare()
    cited = pages.rich("See {gao|*Gao*}.")
    for _, _, kind, data in cited["marks"]:
        if kind == "cite":
            data["form"] = form
    page["holdings"][0][part] = cited
    page["authorities"] = [pages.authority("gao")]
    (group,) = sheet(page, "")["authorities"]
    assert [entry["chief"] for entry in group["entries"]] == [chief]


def test_a_link_that_only_searches_says_so():
    page = pages.bare()
    page["authorities"] = [pages.authority("gao", host="courtlistener.com (search)"), pages.authority("a-m")]
    remarks = {entry["slug"]: entry["remark"] for g in sheet(page, "")["authorities"] for entry in g["entries"]}
    assert remarks == {"gao": "(search)", "a-m": ""}
