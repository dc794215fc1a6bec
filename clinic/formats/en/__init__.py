"""Dates as offices in the United States write them."""
