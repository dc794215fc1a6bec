"""Search: words -> ranked hits, facets with counts, snippets; a citation typed in the box -> its authority.

`Found(parameters)` answers one address of the library; `page_asked_for(parameters)` knows one that is a citation and
nothing else; `suggested(typed)` offers names while one types. The way through it: `asked` reads the parameters,
`words` makes the queries, `one_line` and `printed` write what was typed as texts print it, `court_names` knows the
courts in it and `stop_words` what only asks and joins; `thesaurus`, `glossary`, `abbreviations` and `spellings` have
other words for it, `statements` has the queries as the database is asked, `matches` finds the rows, `loose` those that
have most of a question, `columns` and `keys` hold what is counted and ranked and `kept` keeps them in step, `facets`,
`facet_values` and `facet_trees` count and narrow, `rank` orders, `snippets` and `turns` show where the words stand,
`hits` lists, `told` words the page, `cited` knows typed citations, `names` knows names, `suggestions` help when
nothing matches.
"""

from briefs.search.cited import page_asked_for
from briefs.search.library import Found
from briefs.search.names import suggested
