"""What a file with structure of its own gives: rows that say what they are, made ready for the normaliser."""
