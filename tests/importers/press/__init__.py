"""Sets opinions in print, as Word files and as pages, for the importers to read back."""
