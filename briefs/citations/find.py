"""Find every citation of a text: spot each kind, keep what does not overlap, resolve the short forms in each stream."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from briefs.citations import record, sanity
from briefs.citations.aliases import Aliases, default_law, own_code
from briefs.citations.bare_names import spot_names
from briefs.citations.bare_rules import spot_rules
from briefs.citations.bare_sections import spot_sections
from briefs.citations.chain import Chain, passing, quoted
from briefs.citations.keys import describe
from briefs.citations.kinds import KINDS
from briefs.citations.kinds.ina import CODE_TO_ACT, of_another_act, of_immigration
from briefs.citations.kinds.named_acts import of_two_acts
from briefs.citations.lost_signs import spot_lost
from briefs.citations.own import own_citations, own_parties
from briefs.citations.parens import explaining, explanations
from briefs.citations.pins import BLANK
from briefs.citations.reading import Reading, read
from briefs.citations.repeats import spot_ids, spot_supras
from briefs.citations.resolve import resolve_id, resolve_shorts, resolve_supra
from briefs.citations.shapes import Found, Sighting
from briefs.citations.signals import history_before, quoted_in, signal_before
from briefs.citations.unify import printed_in, unify
from briefs.text.marks import Mark


def find(text: str, marks: Iterable[Mark] = (), *, year: int | None = None) -> list[Found]:
    """Find the citations of a clean text, in order and not overlapping, each resolved to its authority or not.

    `text` and `marks` as the normaliser gives them: footnote marks make streams, block quotes are read past.
    With the `year` in which the text was decided, citations of later years are flagged. Never raises; the same text
    gives the same list.
    """
    reading = read(text, marks)
    kept = Kept()
    for kind in KINDS:
        kept.add(kind.spot(reading))
    kept.add(spot_ids(reading))
    kept.add(spot_supras(reading))
    kept.drop(own_citations(reading, kept.all) | printed_in(reading.text, kept.all))
    unify(kept.all)
    resolve_shorts(kept.all)
    aliases = _learn(reading, kept.all)
    kept.settle()
    kept.add(spot_sections(reading, aliases))
    kept.add(spot_lost(reading, aliases))
    kept.add(spot_rules(reading, kept.all))
    kept.add(spot_names(reading, aliases, own_parties(reading)))
    ordered = kept.all
    if year is not None:
        sanity.later(ordered, year)
    _surroundings(reading, ordered)
    _resolve(reading, ordered, aliases)
    ordered = list(_without_parallels(reading.text, ordered))
    cites = {each.key: each.cite for each in ordered if each.key and each.cite}
    names = {each.key: each for each in reversed(ordered) if each.key and each.name and each.form == "full"}
    return [_found(reading, each, cites, names) for each in ordered if each.key or not _hollow(each)]


def _hollow(each: Sighting) -> bool:
    """Tell whether an unresolved sighting is no citation at all: "supra note 5", a number after an *id.*"""
    if each.form == "short" and not each.reporter:
        return True  # "Smith, slip op. at 3" of a case that is not cited here in full
    return each.form == "supra" or (each.form == "id" and 0 < each.bare_end <= each.start)


class Kept:
    """Sightings that do not overlap, in order; the first to claim words keeps them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Sighting] = []
        self._starts: list[int] = []
        self._settled = False

    def add(self, sightings: Iterable[Sighting]) -> None:
        """Keep those of the sightings that overlap nothing kept before."""
        fresh = []
        end = -1
        for sighting in sorted(sightings, key=lambda each: (each.start, -each.end)):
            if sighting.start < end or sighting.end <= sighting.start:
                continue
            at = bisect_left(self._starts, sighting.end)
            if at and self.all[at - 1].end > sighting.start:
                continue
            fresh.append(sighting)
            end = sighting.end
        if fresh:
            self.all = sorted([*self.all, *fresh], key=lambda each: each.start)
            self._starts = [each.opens if self._settled else each.start for each in self.all]

    def drop(self, barred: Collection[int]) -> None:
        """Give up the sightings that begin at these places."""
        if barred:
            self.all = [each for each in self.all if each.start not in barred]
            self._starts = [each.start for each in self.all]

    def settle(self) -> None:
        """Take the case names into the words that are claimed, dropping a name that another citation claims."""
        floor = 0
        for sighting in self.all:
            if sighting.opens < floor:
                sighting.name = sighting.name_start = None
            floor = max(floor, sighting.end)
        self._settled = True
        self._starts = [each.opens for each in self.all]


def _learn(reading: Reading, sightings: list[Sighting]) -> Aliases:
    codes = [(each.start, ":".join((each.key or "").split(":")[:2])) for each in sightings if _of_state(each)]
    aliases = Aliases(default=default_law(reading, codes), code=own_code(reading))
    aliases.immigration = of_immigration(reading)
    shared: dict[str, bool] = {}  # numbers of an Act -> whether another Act's section has it too
    for sighting in sightings:
        aliases.learn(sighting, reading)
        parts = (sighting.key or "").split(":")
        if parts[0] in ("usc", "cfr", "state") and len(parts) > 2:
            aliases.number(parts[2], sighting)
            if parts[0] == "state" and "-" in parts[2].partition("/")[2]:
                aliases.number(parts[2].partition("/")[2], sighting)  # "735 ILCS 5/2-615" is section 2-615
            if parts[0] == "usc" and sighting.form == "full":
                aliases.pair(sighting, reading.text)
            act = CODE_TO_ACT.get(parts[2], "") if parts[1] == "8" and sighting.form == "full" else sighting.brief
            if act and parts[0] == "usc":
                # "Section 212(c)" of whoever cites 8 U.S.C. § 1182; "section 8(a)(1)", once it was said to be an Act's
                if act not in shared:
                    shared[act] = (
                        of_two_acts(reading.text, act) if sighting.brief else of_another_act(reading.text, act)
                    )
                if not shared[act]:
                    aliases.number(act, sighting)
    return aliases


def _of_state(sighting: Sighting) -> bool:
    return sighting.form == "full" and (sighting.key or "").startswith("state:")


def _surroundings(reading: Reading, ordered: list[Sighting]) -> None:
    """Read what stands around each citation: its signal, its parentheticals, and whether it stands in another's."""
    reach = floor = last = 0
    signal: str | None = None
    for sighting in ordered:
        if not sighting.tail and sighting.form != "reference":
            sighting.tail = explanations(reading, sighting.end)
        sighting.nested = sighting.start < reach or quoted_in(reading.text, sighting.opens)
        start = last if sighting.nested else max(floor, last)
        sighting.history = history_before(reading.text, sighting.opens, start)
        own = signal_before(reading.text, sighting.opens, start, signal)
        strung = not sighting.nested and reading.text[floor : sighting.opens].strip() in (";", "; and")
        sighting.signal = own or (signal if strung else None)
        end = max(sighting.end, *(end for _, end in sighting.tail)) if sighting.tail else sighting.end
        if not sighting.nested:
            signal, floor = sighting.signal, end
        last, reach = sighting.end, max(reach, end if sighting.tail else 0)


def _resolve(reading: Reading, ordered: list[Sighting], aliases: Aliases) -> None:
    """Walk each stream in order; block quotations are streams within theirs."""
    starts = [stream.start for stream in reading.streams]
    chains: dict[str, Chain] = defaultdict(Chain)
    for place, sighting in _events(reading, ordered):
        stream = reading.streams[max(0, bisect_right(starts, place) - 1)].name
        chain = chains[f"{stream}, quotation" if reading.in_block_quote(place) else stream]
        if isinstance(sighting, bool):
            chain.turn() if sighting else chain.interrupt()
        elif sighting.form == "id":
            if sighting.nested:
                sighting.why = "It stands in the parenthetical of another citation."
                continue
            resolve_id(sighting, chain, aliases, reading.text)
            if sighting.key is None:
                chain.lost()
            else:
                sighting.kind = describe(sighting.key).kind
                chain.cite(sighting)
        elif sighting.form == "reference":
            if not (sighting.nested or sighting.weak):
                chain.mention(sighting)
        else:
            if sighting.form == "supra" or (sighting.form == "short" and not sighting.reporter):
                resolve_supra(sighting, aliases)
            if sighting.nested or sighting.history or sighting.weak or quoted(reading.text, sighting):
                continue
            if passing(reading.text, sighting):
                chain.pass_by(sighting)
            else:
                chain.cite(sighting)


def _without_parallels(text: str, ordered: list[Sighting]) -> Iterator[Sighting]:
    """Give the citations, an *id.* with the parallel page that follows it as one: "Id. at 227, 87 S. Ct. at 1932".

    The parallel says which decision the *id.* means, where the *id.* by itself left that open.
    """
    before: Sighting | None = None
    for each in ordered:
        if (
            before
            and before.form == "id"
            and each.key
            and before.key in (None, each.key)
            and each.volume
            and not each.name
        ):
            if before.pin and text[before.end : each.start] == ", ":
                if before.key is None:
                    before.key, before.kind, before.why = each.key, each.kind, "The parallel citation that follows it."
                before.end, before.parallels = each.end, before.parallels or each.parallels
                continue
        before = each
        yield each


def _events(reading: Reading, ordered: list[Sighting]) -> Iterator[tuple[int, Sighting | bool]]:
    """Give citations and the places of unknown sources between them (True: the text itself), in order."""
    breaks = record.places(reading)
    at = 0
    end = reach = 0
    for sighting in ordered:
        while at < len(breaks) and breaks[at][0] < sighting.opens:
            if breaks[at][0] >= max(end, reach):
                yield breaks[at]
            at += 1
        while at < len(breaks) and breaks[at][0] < sighting.end:
            at += 1
        yield sighting.start, sighting
        end = sighting.end
        reach = max(reach, *(close for _, close in sighting.tail)) if sighting.tail else reach


def _found(reading: Reading, each: Sighting, cites: dict[str, str], names: dict[str, Sighting]) -> Found:
    description = describe(each.key) if each.key else None
    again = cites.get(each.key) if each.key and each.form != "full" else None
    cite = (each.cite or again or description.cite) if description else None
    full = names.get(each.key) if each.key else None
    name = each.name or (full.name if full else None)
    label = ", ".join(part for part in (" ".join(name.split()) if name else None, cite) if part)
    return Found(
        start=each.opens,
        end=each.end,
        form=each.form,
        kind=description.kind if description else each.kind,
        key=each.key,
        cite=cite,
        label=label or each.cite or reading.original[each.opens : each.end],
        pin=None if each.pin == BLANK else each.pin,
        signal=each.signal,
        parenthetical=explaining(reading, each.tail),
        name=each.name,
        court=each.court,
        year=each.year,
        parallels=tuple(describe(parallel).cite for parallel in each.parallels),
        flags=tuple(each.flags),
        why=each.why,
    )
