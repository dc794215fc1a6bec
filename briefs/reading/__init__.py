"""Rows -> what a page reads: the opinion as readers see it, who cites what, holdings by issue, the citation desk."""
