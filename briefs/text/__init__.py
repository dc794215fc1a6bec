"""Pure text: one string, marks on it, and the ways of making, joining and finding them. No Django."""
