"""Search: words -> ranked rows, facets with counts, snippets; a citation typed in the box -> its authority.

`Found(parameters)` answers one address of the library; `page_asked_for(parameters)` knows one that is a citation and
nothing else. The way through it: `asked` reads the parameters, `words` makes the queries, `matches` finds the rows,
`facets` counts and narrows them, `rank` orders them, `snippets` shows where they match, `cited` knows typed citations,
`suggestions` help when nothing matches.
"""

from briefs.search.cited import page_asked_for
from briefs.search.library import Found

__all__ = ["Found", "page_asked_for"]
