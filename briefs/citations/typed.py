"""A citation typed into a search box: its key, however it is spelt."""

from briefs.citations.find import find


def parse_one(typed: str) -> str | None:
    """Give the key of the one authority that `typed` cites; None when it cites none, several, or says more than that.

    A bare section of the Immigration and Nationality Act ("INA 208") counts; so does a short form without its page.
    """
    words = " ".join(typed[:400].split())
    found = [each for each in find(words) if each.key]
    keys = {each.key for each in found}
    return found[0].key if len(keys) == 1 else None
