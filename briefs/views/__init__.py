"""One public page per file: fetch rows, render. Every view declares its audience and sets no cookie."""
