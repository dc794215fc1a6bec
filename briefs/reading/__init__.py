"""Public rows -> what a page reads: the opinion as readers see it, who cites what, holdings by issue."""
