"""Citations: find them in a text, resolve them to authorities, link those. PURE: no Django.

`find` reads a text; `link` gives an authority's outside address; `parse_one` reads a citation typed into a box.
"""

from briefs.citations.find import find
from briefs.citations.keys import link
from briefs.citations.shapes import Found
from briefs.citations.typed import parse_one

__all__ = ["Found", "find", "link", "parse_one"]
