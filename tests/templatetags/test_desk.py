"""What the desk says of moments."""

import datetime

import pytest
from django.utils import timezone

from briefs.templatetags.desk import ago


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "just now"), (59, "just now"), (60, "1\xa0minute ago"), (7300, "2\xa0hours, 1\xa0minute ago")],
)
def test_how_long_ago_something_was(seconds: int, said: str):
    assert ago(timezone.now() - datetime.timedelta(seconds=seconds)) == said
