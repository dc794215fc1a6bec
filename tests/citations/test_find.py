"""What is found with a citation (name, court, year, parallels, signal, parentheticals), and that nothing breaks it."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.citations import find
from briefs.text.marks import Mark

NAMES = [
    ("See Maldonado-Cruz v. INS, 883 F.2d 788 (9th Cir. 1989).", "Maldonado-Cruz v. INS"),
    ("In Ming Shi Xue v. BIA, 439 F.3d 111 (2d Cir. 2006), we said so.", "Ming Shi Xue v. BIA"),
    (
        "so held. Cao He Lin v. U.S. Dep’t of Justice, 428 F.3d 391 (2d Cir. 2005).",
        "Cao He Lin v. U.S. Dep’t of Justice",
    ),
    ("(see Duarte de Guinac v. INS, 179 F.3d 1156 (9th Cir. 1999)).", "Duarte de Guinac v. INS"),
    ("(Pitcherskaia v. INS, 118 F.3d 641 (9th Cir. 1997)).", "Pitcherskaia v. INS"),
    ("looting is not persecution, In re A-M-, 23 I & N Dec. 737 (B.I.A. 2005).", "In re A-M-"),
    ("Matter of M-E-V-G-, 26 I. & N. Dec. 227 (BIA 2014).", "Matter of M-E-V-G-"),
    ("It fails under D'Oench, Duhme & Co. v. FDIC, 315 U.S. 447 (1942).", "D'Oench, Duhme & Co. v. FDIC"),
    ("See Ex parte Young, 209 U.S. 123 (1908).", "Ex parte Young"),
    ("Lopez v. INS, No. 98-71234, 2000 WL 123456 (9th Cir. Feb. 3, 2000).", "Lopez v. INS"),
    ("The claim is gone. Gill v. INS, 420 F.3d 82 (2d Cir. 2005).", "Gill v. INS"),
    (
        "See Bank One (Del.) v. 236 Beltway Inv., 865 F. Supp. 1186 (E.D. Va. 1994).",
        "Bank One (Del.) v. 236 Beltway Inv.",
    ),
    ("That was affirmed. 152 F.3d 40 (1st Cir. 1998).", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_case_name_before_a_citation_belongs_to_it(text: str, name: str | None) -> None:
    (found,) = find(text)
    assert found.name == name
    assert text[found.start : found.end].startswith(name or found.cite or "")


def test_court_and_year_come_from_the_parenthesis() -> None:
    (found,) = find("Twum v. INS, 411 F.3d 54, 58 (2d Cir. 2005).")
    assert (found.court, found.year, found.pin) == ("ca2", 2005, "58")


def test_a_cases_own_citation_in_its_caption_is_none_of_its_authorities() -> None:
    text = "138 U.S. 109\n\nDoe v. Roe\n\nSee Ex parte Young, 209 U.S. 123 (1908)."
    marks = [Mark(0, 12, "caption", {"part": "other"}), Mark(14, 24, "caption", {"part": "parties"})]
    assert [found.key for found in find(text, marks)] == ["case:209:U.S.:123"]


def test_a_blank_page_takes_the_pin_of_the_reporter_that_has_one() -> None:
    (found,) = find("Doe v. Roe, 600 U.S. ___, 143 S. Ct. 2355, 2370 (2023).")
    assert (found.key, found.pin) == ("case:143:S. Ct.:2355", "2370")


def test_a_pin_is_of_the_reporter_that_has_it_where_the_first_has_none() -> None:
    (found,) = find("Doe v. Roe, 146 U.S. App. D.C. 33, 449 F.2d 1109, 1114 (1971).")
    assert (found.cite, found.pin, found.flags) == ("146 U.S. App. D.C. 33", "1114", ())


def test_a_pin_may_stand_after_a_space_and_a_comma() -> None:
    (found,) = find("Ford v. Gober, 10 Vet. App. 531 , 535 (1997).")
    assert (found.pin, found.year) == ("535", 1997)


def test_a_texts_own_citation_line_cites_nothing() -> None:
    text = "[Cite as State v. Doe, 123 Ohio St.3d 229, 2009-Ohio-4986.]\n\nSee State v. Roe, 100 Ohio St.3d 1."
    assert [found.key for found in find(text)] == ["case:100:Ohio St. 3d:1"]


def test_the_running_head_of_a_boards_decision_cites_nothing() -> None:
    text = (
        "Cite as 27 I&N Dec. 48 (BIA 2017) Interim Decision #3894\n\nSee Matter of Cardiel, 25 I&N Dec. 12 (BIA 2009)."
        "\n\nCite as 27 I&N Dec. 48 (BIA 2017) Interim Decision #3894 Verdugo v. Holder, 581 F.3d 1059 (9th Cir. 2009)."
    )
    assert [found.key for found in find(text)] == ["agency:25:I&N:12", "case:581:F.3d:1059"]


def test_an_interim_decision_is_no_citation_where_it_heads_the_pages() -> None:
    head = "Interim Decision #3150"
    text = f"{head}\n\nSee Matter of S-M-J-, Interim Decision 3303 (BIA 1997).\n\n{head}\n\nIt is so."
    assert [found.key for found in find(text)] == ["interim:3303"]
    assert [found.key for found in find(head)] == ["interim:3150"]


def test_a_letter_and_a_dash_stand_for_a_name() -> None:
    text = "Matter of B\u2014\u2014, 3 I. & N. Dec. 168 (BIA 1948). Matter of B\u2014\u2014, supra, at 170."
    full, again = find(text)
    assert (full.name, again.key, again.pin) == ("Matter of B\u2014", "agency:3:I&N:168", "170")


def test_a_misprinted_stop_before_a_subsection_is_flagged() -> None:
    (found,) = find("See U.S.S.G. § 1B1.10.(c).")
    assert found.key == "ussg:1B1.10:c"
    assert [code for code, _ in found.flags] == ["stray-stop"]


def test_a_database_citation_stands_for_the_blank_before_it() -> None:
    (found,) = find("Doe v. Roe, F.3d , (7th Cir. 1994) [1994 U.S. App. LEXIS 5408, at *6].")
    assert (found.key, found.pin) == ("case:1994:U.S. App. LEXIS:5408", "*6")


@pytest.mark.parametrize(
    ("words", "key", "pin", "parallels"),
    [
        (
            "People v. Doe (2008) 43 Cal.4th 327, 357 [75 Cal.Rptr.3d 289, 181 P.3d 105]",
            "case:43:Cal. 4th:327",
            "357",
            ("75 Cal. Rptr. 3d 289", "181 P.3d 105"),
        ),
        ("People v Doe, 498 Mich 358, 392; 870 NW2d 502 (2015)", "case:498:Mich.:358", "392", ("870 N.W.2d 502",)),
        ("Doe v. State, 305 Ga. 614, 616 (1) (825 SE2d 188) (2019)", "case:305:Ga.:614", "616", ("825 S.E.2d 188",)),
        ("Doe v Roe, 466 US 668; 104 S Ct 2052 (1984)", "case:466:U.S.:668", None, ("104 S. Ct. 2052",)),
        (
            "State v. Doe, 120 Ohio St.3d 176, 2008-Ohio-5200, 897 N.E.2d 621, ¶ 8",
            "case:120:Ohio St. 3d:176",
            "¶ 8",
            ("2008-Ohio-5200", "897 N.E.2d 621"),
        ),
    ],
)
def test_each_state_sets_parallel_citations_in_its_own_way(
    words: str, key: str, pin: str | None, parallels: tuple[str, ...]
) -> None:
    full, again = find(f"The rule is settled. {words}. Ibid.")
    assert (full.key, full.pin, full.parallels, again.key) == (key, pin, parallels, key)


def test_two_cases_of_one_reporter_with_a_semicolon_between_stay_two() -> None:
    assert len(find("See 21 F. 905; 22 F. 9; 466 U.S. 668; 467 U.S. 837.")) == 4


def test_a_decision_without_its_page_is_known_by_its_volume_and_name() -> None:
    text = (
        "See Doe v. Roe, 594 U. S. ___, ___ (2021) (slip op., at 12). Id., at ___. Doe, 594 U. S., at ___ (slip op.,"
        " at 14). Poe v. Coe, 594 U. S. ___ (2021)."
    )
    *same, other = find(text)
    assert [each.form for each in same] == ["full", "id", "short"]
    assert {each.key for each in same} == {"blank:594:U.S.:doe-v-roe"}
    assert (same[0].cite, same[0].year, same[2].pin) == ("594 U.S. ___", 2021, None)
    assert other.key == "blank:594:U.S.:poe-v-coe"


def test_a_decision_without_page_volume_or_name_is_unresolved() -> None:
    assert [each.key for each in find("Doe v. Roe, __ F.3d __ (9th Cir. 2012). See also 594 U.S. ___ (2021).")] == [
        None,
        None,
    ]


def test_parallel_citations_are_one() -> None:
    (found,) = find("Nken v. Holder, 556 U.S. 418, 129 S.Ct. 1749, 1756-57, 173 L.Ed.2d 550 (2009).")
    assert found.key == "case:556:U.S.:418"
    assert found.parallels == ("129 S. Ct. 1749", "173 L. Ed. 2d 550")


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("See A v. B, 1 F.3d 2 (1st Cir. 1993); C v. D, 3 F.3d 4 (1st Cir. 1993).", ["see", "see"]),
        ("See also A v. B, 1 F.3d 2 (1st Cir. 1993).", ["see also"]),
        ("See, e.g., A v. B, 1 F.3d 2 (1st Cir. 1993).", ["see, e.g."]),
        ("Cf. A v. B, 1 F.3d 2 (1st Cir. 1993).", ["cf."]),
        ("compare A v. B, 1 U.S. 2 (1984) with C v. D, 4 U.S. 5 (1987).", ["compare", "with"]),
        ("A v. B, 1 F.3d 2 (1st Cir. 1993). C v. D, 3 F.3d 4 (1st Cir. 1993).", [None, None]),
    ],
)
def test_a_signal_holds_through_its_string(text: str, signals: list[str | None]) -> None:
    assert [found.signal for found in find(text)] == signals


def test_a_parenthetical_that_says_something_is_kept_and_noise_is_passed_over() -> None:
    (found,) = find("A v. B, 1 F.3d 2 (1st Cir. 1993) (en banc) (citations omitted) (holding that it “is” so).")
    assert found.parenthetical == "holding that it “is” so"


def test_a_citation_inside_a_parenthetical_is_found_by_itself() -> None:
    outer, inner = find("A v. B, 1 F.3d 2 (1st Cir. 1993) (quoting C v. D, 3 F.3d 4, 5 (2d Cir. 1994)).")
    assert (outer.key, inner.key) == ("case:1:F.3d:2", "case:3:F.3d:4")
    assert outer.parenthetical == "quoting C v. D, 3 F.3d 4, 5 (2d Cir. 1994)"


def test_typography_does_not_hide_a_citation() -> None:
    keys = [
        found.key
        for found in find("8\u00a0U.S.C. §\u00a01158; Smith v. Jones, 1\u00a0F.3d\u00a02, 5–6 (9th\u00a0Cir. 1993)")
    ]
    assert keys == ["usc:8:1158", "case:1:F.3d:2"]


def test_a_sign_within_a_list_belongs_to_its_section() -> None:
    text = "28 U.S.C. § 1453(c) is short. See § 1453(c), § 1453(d)(1)."
    assert [text[each.start : each.end] for each in find(text)[1:]] == ["§ 1453(c)", "§ 1453(d)(1)"]


def test_lines_of_unmarked_text_are_read_as_running_text() -> None:
    (found,) = find("Lopez-Reyes v. INS, 79\nF.3d 908, 912 (9th\nCir. 1996)")
    assert (found.key, found.pin, found.court) == ("case:79:F.3d:908", "912", "ca9")


pieces = st.sampled_from(
    [
        "See ", "Smith v. Jones, ", "1 F.3d 2", ", 5", " (9th Cir. 1993)", " (quoting ", ")", "(", "[", "]", ". ", "; ", "Id.",
        " at 4", "id. § 12", "supra", "8 U.S.C. § 1158", "(a)(1)", "§§ ", "12-14, ", "Matter of A-G-, ", "19 I. & N. Dec. 502",
        "\n", "\n\n", "“", "”", "the Act", "section 208 of ", "Rule 12(b)", "¶ 3", " & n.3", "Pub. L. No. 1-2, ", "Section --",
        "California ", "Pen. Code, § 187, subd. (a)", "594 U. S. ___, ___", "498 Mich 358", "; ", "2012-Ohio-5837", "Crim.R. 11",
        "_Id._", "Sec. Sec. ", "FED. R. CIV. P. 12", "l63 F.3d 5", "10 Gratt. (51 Va.) 4", "[1992] 1 A.C. 3", ", supra, ",
        "CAL. PENAL CODE § ", "R. S. § 5", "section 5 of the Texas Penal Code", "Rule 5, SCRE", "61 FERC ¶ 61,182", "310 CMR 7.00",
    ]
)  # fmt: skip
texts = st.one_of(st.text(max_size=300), st.lists(pieces, max_size=40).map("".join))


@given(texts)
def test_any_text_gives_ordered_citations_that_slice_to_its_words(text: str) -> None:
    found = find(text)
    end = 0
    for each in found:
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end].strip()
        assert (each.key is None) == (each.cite is None)
        end = each.end


@given(texts)
def test_finding_twice_finds_the_same(text: str) -> None:
    assert find(text) == find(text)


@given(texts, st.data())
def test_marks_of_any_shape_break_nothing(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    kinds = st.sampled_from(["footnote", "paragraph", "blockquote", "caption", "page"])
    drawn = data.draw(st.lists(st.tuples(places, places, kinds), max_size=8))
    marks = [Mark(min(a, b), max(a, b), kind, {"part": "note"}) for a, b, kind in drawn]
    assert find(text, marks) == find(text, marks)


@pytest.mark.parametrize(
    "unit",
    [
        "§ 1, ",
        "section 8(a)(1) of the NLRA, ",
        '"as section 1158 says," Id., at ___ ',
        "§§ 1, 2, 3, ",
        "(",
        "§",
        "§§ 1, ",
        "1",
        "A",
        "-",
        "Abc ",
        "Id. at 5. ",
        "A v. B ",
        "8 U.S.C. § ",
        "1 A, B & C ",
        "section 1 ",
        "[1 ",
        "A Act of 1990 ",
        "Handbook on ",
        "Convention Against Torture ",
        "U.S. Department of State, A ",
        "See supra ",
        "slip op. at 3 ",
        "No. 93-1, ",
        "1 F. ",
        "12 Foo. Bar. 3 ",
        "word § 1 ",
        "1(a), of the Act ",
        "A Dictionary ",
        "Rule 1 of the Fed. R. ",
        "Tr. at 1 ",
        "4A1.3 ",
        "a 1234(a) ",
        "AAA CODE § ",
        "R. 4:5 ",
        "12 F.2cl 5 ",
        "l63 F.3d ",
        "5 of the Texas Penal Code ",
        "[1992] 1 A.C. ",
        "Brief for ",
        "section 1158 of this title ",
        "Jones v. Roe, 8 U.S.C. § 5; ",
        "Jones v. Roe, 1 F.3d 2 (9th Cir. 1993) (quoting ",
        "\n",
        '"',
    ],
)
def test_repetition_neither_raises_nor_hangs(unit: str) -> None:
    find(unit * (20_000 // len(unit)))
