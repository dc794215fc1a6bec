"""One way of writing dates on every page: November 21, 2026, 10:07 p.m."""

DATE_FORMAT = "F j, Y"
DATETIME_FORMAT = "F j, Y, g:i a"
