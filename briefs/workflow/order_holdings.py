"""Put the holdings of a brief into another order while they are being written."""

from collections.abc import Mapping, Sequence

from briefs.workflow.typed import Sent, TypedRow, read


def moved(sent: Mapping[str, Sequence[str]], index: int, step: int) -> tuple[Sent, int]:
    """Give the form with the holding of form `index` one place up (`step` -1) or down (+1), and its new number.

    The holdings are numbered 1, 2, 3 ... in their new order. Nothing is saved. The number is 0 where there is no such
    holding.
    """
    written: Sent = {name: list(values) for name, values in sent.items()}
    rows = [one for one in read(sent).rows["holdings"] if not one.row.is_deleted and not one.is_blank]
    last = len(rows) + max((_number(one) for one in rows), default=0)
    rows.sort(key=lambda one: _number(one) or last)
    places = [one.index for one in rows]
    if index not in places:
        return written, 0
    at = places.index(index)
    to = min(max(at + step, 0), len(rows) - 1)
    rows.insert(to, rows.pop(at))
    for number, one in enumerate(rows, start=1):
        written[f"holdings-{one.index}-number"] = [str(number)]
    return written, to + 1


def _number(one: TypedRow) -> int:
    number = str(one.row.fields.get("number", "")).strip()
    return int(number) if number.isdecimal() else 0
