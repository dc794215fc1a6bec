"""What a button that was pressed twice has done already."""

import datetime

from django.utils import timezone

_AT_ONCE = datetime.timedelta(seconds=10)


def just_now() -> datetime.datetime:
    """Give the moment since when the same thing made again by the same person is meant once."""
    return timezone.now() - _AT_ONCE
