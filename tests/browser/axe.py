"""axe-core on a page that is open: what it finds, told in lines."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What passes need not be told, and no rule chosen here needs what axe would fetch beforehand.
QUICK = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What may change with the colours and the width.
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
# Words that look the same, and so does all that they stand in, have one contrast: two of a kind are measured, not the
# hundred paragraphs of an opinion, and none of a kind that another page has shown to be right. What these rules would
# look at is still chosen by axe; every other rule sees all.
MEASURED: set[int] = set()  # the kinds that were right, on any page of this run
TWO_OF_A_KIND = """() => {
  const PARTS = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow",
    "textDecorationLine", "borderBottom", "position", "filter", "mixBlendMode"];
  const FIELDS = ["INPUT", "SELECT", "TEXTAREA"];
  const CHECKS = {"color-contrast": ["color-contrast"],
    "link-in-text-block": ["link-in-text-block", "link-in-text-block-style"]};
  let known, right;
  const number = (words, from) => {  // of 53 bits
    let [one, two] = [0xdeadbeef ^ from, 0x41c6ce57 ^ (from / 2097152)];
    for (let at = 0; at < words.length; at++) {
      const sign = words.charCodeAt(at);
      one = Math.imul(one ^ sign, 2654435761);
      two = Math.imul(two ^ sign, 1597334677);
    }
    one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
    two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
    return 4294967296 * (2097151 & two) + (one >>> 0);
  };
  const kind = (one) => {  // its looks within its parent's
    if (!one) return 0;
    if (!known.has(one)) {
      const looks = getComputedStyle(one);
      const key = [one.disabled, ...PARTS.map((part) => looks[part])].join();
      known.set(one, number(key, kind(one.parentElement)));
    }
    return known.get(one);
  };
  const hasWords = (one) => FIELDS.includes(one.nodeName) ||
    [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  for (const id of Object.keys(CHECKS)) {
    const rule = axe._audit.rules.find((one) => one.id === id), matches = rule.matches;
    const which = (node) => number(id, kind(node));
    let seen;
    rule.matches = (node, ...more) => {
      if (id === "color-contrast" && !hasWords(node)) return false;  // nor would axe: it has no contrast
      const mine = which(node), often = seen.get(mine) ?? 0;
      if (right.has(mine) || often === 2 || !matches(node, ...more)) return false;
      seen.set(mine, often + 1);
      return true;
    };
    for (const check of CHECKS[id].map((name) => axe._audit.checks[name])) {
      const evaluate = check.evaluate;
      check.evaluate = function (node, ...more) {
        const is = evaluate.call(this, node, ...more);
        if (is === true) (window.axeFoundRight ??= new Set()).add(which(node));
        return is;
      };
    }
    (window.axeBegins ??= []).push(() => { seen = new Map(); });
  }
  window.axeBegins.push((told) => {
    [known, right, window.axeFoundRight] = [new WeakMap(), new Set(told), new Set()];
  });
}"""
RUN = """async ([options, told]) => {
  axeBegins.forEach((begin) => begin(told));
  const found = await axe.run(options);
  return [found.violations, [...axeFoundRight]];
}"""


def axe_finds(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page: rule, and the places it names; `rules` narrows it to some rules."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    before = list(page.said)  # type: ignore[attr-defined]
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(TWO_OF_A_KIND)
    found, right = page.evaluate(RUN, [{"runOnly": only, **QUICK}, sorted(MEASURED)])
    MEASURED.update(right)
    page.said[:] = before  # type: ignore[attr-defined] # axe tries styles of its own, which our policy stops
    return [f"{rule['id']}: {' '.join(str(node['target']) for node in rule['nodes'][:5])}" for rule in found]
