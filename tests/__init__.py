"""The tests mirror briefs/ and clinic/ file for file; house/ keeps the house, browser/ drives Chromium."""
