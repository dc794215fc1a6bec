"""Keep many waiting files as opinions at once, with the details they give: long work, done by the worker."""

from typing import Any

from briefs.models import Source
from briefs.workflow.import_files import REPORT, import_contents
from briefs.workflow.long_work import Progress, Result


def import_waiting(arguments: dict[str, Any], *, by: Any, progress: Progress) -> Result:
    """Keep the sources of these numbers that still wait, one transaction each; one that is refused goes on waiting."""
    rows = Source.objects.waiting().filter(pk__in=arguments["sources"])
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    report, tally = [REPORT], {"imported": 0, "same as": 0, "refused": 0}
    for done, pk in enumerate(ids):
        progress(done, len(ids))
        source = Source.objects.filter(pk=pk).first()
        for outcome in import_contents([(source.name, bytes(source.content))], by=by) if source else ():
            row = outcome.row()
            tally[row[1]] += 1
            report.append(row)
    progress(len(ids), len(ids))
    said = ", ".join(f"{number} {what}" for what, number in tally.items() if number) or "No file waited any more"
    return Result(f"{said}.", report)
