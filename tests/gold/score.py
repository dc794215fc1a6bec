#!/usr/bin/env python3
"""Score citation extraction against the gold annotations in this folder.

usage: score.py GOLD.json PREDICTED.json [...more pairs] [--misses]

PREDICTED.json is what the project prints for the same source file: a JSON list of objects
  {"start": int, "end": int,      offsets into the RAW source file (utf-8, newline='')
   "form": "full|short|id|supra|reference|section",
   "cite": "883 F.2d 788",        the authority's citation; null where it is unresolved
   "pin":  "791"}                 or null
Three figures come out, each over all pairs given:
  linked   F1 of citations found AND resolved to the right authority. Counted: full, short, id,
           supra and section forms of cases, agency decisions, statutes, regulations, court rules.
  pins     of the linked ones that have a pin in the gold, the share whose pin agrees.
  extra    share of the remaining gold (bare-name references, reports, treaties, acts) that was found.
A prediction that overlaps no gold citation at all counts against precision.
"""

import json
import re
import sys

CORE_KINDS = {"case", "agency_decision", "statute", "regulation", "court_rule"}
CORE_FORMS = {"full", "short", "id", "supra", "section"}


def canonical(cite):
    """Fold spelling apart: spaces, dots, section signs, apostrophes, case."""
    return re.sub(r"[\s.,§¶'’&]", "", cite or "").lower()


def pin_key(pin):
    """Digits and letters of a pin, en dash as hyphen: '512 n.34' -> '512n34'."""
    return re.sub(r"[\s.,*¶&]|at", "", (pin or "").replace("–", "-")).lower()


def overlaps(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def score_one(gold, predicted, tally, misses):
    authorities = {a["id"]: a for a in gold["authorities"]}
    cites = [c for c in gold["citations"] if "mention-only" not in (c.get("note") or "")]
    taken = set()
    for citation in cites:
        authority = authorities.get(citation["authority"])
        core = bool(authority) and authority["kind"] in CORE_KINDS and citation["form"] in CORE_FORMS
        spans = [{"start": a, "end": b} for a, b in citation.get("parts") or []] or [citation]
        hits = [i for i, p in enumerate(predicted) if any(overlaps(span, p) for span in spans)]
        taken.update(hits)
        if not core:
            tally["extra_all"] += 1
            tally["extra_hit"] += bool(hits)
            continue
        tally["gold"] += 1
        fixed = (authority.get("corrected") or {}).get("cite")
        names = [authority["cite"], authority.get("alt"), fixed, *(citation.get("parallel") or [])]
        accepted = {canonical(name) for name in names if name}
        right = [i for i in hits if canonical(predicted[i].get("cite")) in accepted]
        if not right:
            misses.append(
                (
                    gold["source"],
                    citation["form"],
                    citation["text"],
                    authority["cite"],
                    [predicted[i].get("cite") for i in hits],
                )
            )
            continue
        tally["linked"] += 1
        if citation["pin"] and authority["kind"] in {"case", "agency_decision"}:
            tally["pin_all"] += 1
            tally["pin_hit"] += pin_key(predicted[right[0]].get("pin")) == pin_key(citation["pin"])
    everything = gold["citations"] + gold.get("not_annotated", [])
    for i, prediction in enumerate(predicted):
        if i not in taken and not any(overlaps(c, prediction) for c in everything):
            tally["false"] += 1
            misses.append((gold["source"], "FALSE", str(prediction), None, None))


def main(arguments):
    show = "--misses" in arguments
    paths = [a for a in arguments if not a.startswith("--")]
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    tally = dict.fromkeys("gold linked false pin_all pin_hit extra_all extra_hit".split(), 0)
    misses = []
    for gold_path, predicted_path in zip(paths[::2], paths[1::2], strict=True):
        with open(gold_path, encoding="utf-8") as g, open(predicted_path, encoding="utf-8") as p:
            score_one(json.load(g), json.load(p), tally, misses)
    recall = tally["linked"] / max(1, tally["gold"])
    wrong = sum(1 for miss in misses if any(miss[4] or []))
    unlinked = tally["gold"] - tally["linked"] - wrong
    # left unresolved costs recall alone; linked to the wrong authority costs both
    precision = tally["linked"] / max(1, tally["linked"] + tally["false"] + wrong)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    if show:
        for miss in misses:
            print(*miss, sep=" | ")
    print(f"gold {tally['gold']}  wrong links {wrong}  not linked {unlinked}  invented {tally['false']}")
    print(
        f"linked F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})  "
        f"pins {tally['pin_hit'] / max(1, tally['pin_all']):.3f}  "
        f"extra {tally['extra_hit'] / max(1, tally['extra_all']):.3f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
