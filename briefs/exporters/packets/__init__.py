"""Packets: many published briefs in one file, with cover, contents, string citations and a joint table of authorities.

choosing     which briefs a packet takes, and why it leaves others out
filing       propositions with their string citations, as a filed paper wants them
fronts       cover, contents and joint table as plain data
part         one brief of a packet, set by itself
linking      a part made fit to stand among others, in the process that set it
joining      the parts put together as one tagged PDF
objects      a PDF that was set, taken apart into its objects
writing      a PDF written object by object, none of them held
paper        the PDF, its parts set in several processes
word         the Word file
"""
