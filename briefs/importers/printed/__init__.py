"""A printed page as a PDF keeps it: glyphs with places, made into rows, rows told apart by where they stand."""
