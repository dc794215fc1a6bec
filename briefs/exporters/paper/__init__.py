"""What every paper format shares: a page's words in printing order, before any type-setting.

sheet        the whole brief as plain data
caption      the case on page 1: court, numbers, dates, panel, what its text does not give and who does
authorities  the table of authorities, and which are chiefly relied on
appendix     the quoted paragraphs in the order of the opinion
runs         Rich texts cut into runs, and what stays together on a line
"""
