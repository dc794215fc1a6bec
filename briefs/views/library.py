"""The library: briefs found by words and facets."""
