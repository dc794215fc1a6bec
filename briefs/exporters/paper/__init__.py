"""What every paper format shares: a page's words in printing order, before any type-setting.

sheet      the whole brief as plain data
caption    the case on page 1: court, numbers, dates, panel, what its text does not give and who does
runs       Rich texts and quoted paragraphs cut into runs
"""
