"""White space and control characters of what an importer is given: counted and closed up in one pass."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefs.importers.given.rows import RowWriter
from briefs.importers.imported import _controls

_BREAKS = "\t\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


@given(st.text(st.sampled_from(f"ab \xa0{_BREAKS}"), max_size=30))
def test_white_space_is_written_once_and_none_begins_a_row(words: str):
    writer = RowWriter()
    writer.add(words)
    assert "".join(writer.chunks) == re.sub(rf"[ {_BREAKS}]+", " ", words).removeprefix(" ")


@given(st.text(st.sampled_from("aé§\n\x00\x1b\x7f\x80\x85\x9f\ud800\udfff😀"), max_size=30))
def test_control_characters_are_counted_by_their_bytes_as_by_themselves(text: str):
    assert _controls(text.encode("utf-8", "surrogatepass")) == len(_CONTROL.findall(text))
