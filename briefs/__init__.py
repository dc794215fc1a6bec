"""Pincite's one app, and its map: where each thing lives and which way things flow.

text         pure: normalise, weave, anchor, quotes, identifiers, prose
citations    pure: find citations, one file per kind
importers    pure shelf: bytes -> Imported, one file per format
access       every rule about people
models       nouns, each with its QuerySet above it
search       words -> ranked rows, facets, snippets
reading      public rows -> what a page reads: opinions woven, citators, digests
exporters    shelf: Page -> File, one file per format; page.py is what they all read
workflow     verbs, one file each, one transaction each
templatetags the weaver's way into templates
views        one public page per file
admin        one file per noun, and the desks
management   commands: argument parsing only
samples      the three opinions and their briefs, as data
"""
