"""Search: words -> ranked hits, facets with counts, snippets; a citation typed in the box -> its authority.

`Found(parameters)` answers one address of the library; `page_asked_for(parameters)` knows one that is a citation and
nothing else; `suggested(typed)` offers names while one types. The way through it: `asked` reads the parameters,
`words` makes the queries, `printed` writes what was typed as texts print it, `thesaurus` and `abbreviations` have
other words and spellings for it, `statements` has the queries as the database is asked, `matches` finds the rows,
`loose` those that have most of a question, `columns` and `keys` hold what is counted and ranked, `facets`,
`facet_values` and `facet_trees` count and narrow, `rank` orders, `snippets` and `turns` show where the words stand,
`hits` lists, `told` words the page, `cited` knows typed citations, `names` knows names, `suggestions` help when
nothing matches.
"""

from briefs.search.cited import page_asked_for
from briefs.search.library import Found
from briefs.search.names import suggested
