"""A printed brief as a Word document: real styles, footnotes, links, bookmarks and fields.

package  the file: Word's own parts, their look (templates/word), properties, the same bytes each time
writing  one paragraph: words, links, bookmarks, fields, footnote calls
rich     a brief's prose: paragraphs, lists, quotations, citations
brief    what stands on the pages, in the order of the PDF: front, holdings, sections, tables, back
front    page 1 above the holdings, and the head and foot of every page
tables   its tables: a ruled one, the table of authorities
back     the quoted passages, and what the brief says of itself
"""
