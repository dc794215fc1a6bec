"""axe-core on a page that is open: what it finds, told in lines."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What passes need not be told, and no rule chosen here needs what axe would fetch beforehand.
QUICK = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Words that look the same, and so does all that they stand in, have one contrast: two of a kind are measured, not the
# hundred paragraphs of an opinion. What these rules would look at is still chosen by axe; every other rule sees all.
TWO_OF_A_KIND = """() => {
  const PARTS = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow",
    "textDecorationLine", "borderBottom", "position", "filter", "mixBlendMode"];
  const kinds = new Map();  // the looks of an element within its parent's -> their number
  let known;
  const kind = (one) => {
    if (!one) return 0;
    if (!known.has(one)) {
      const looks = getComputedStyle(one);
      const key = [kind(one.parentElement), one.disabled, ...PARTS.map((part) => looks[part])].join();
      if (!kinds.has(key)) kinds.set(key, kinds.size + 1);
      known.set(one, kinds.get(key));
    }
    return known.get(one);
  };
  for (const id of ["color-contrast", "link-in-text-block"]) {
    const rule = axe._audit.rules.find((one) => one.id === id), matches = rule.matches;
    let seen;
    rule.matches = (node, ...more) => {
      if (!matches(node, ...more)) return false;
      const which = kind(node);
      seen.set(which, (seen.get(which) ?? 0) + 1);
      return seen.get(which) <= 2;
    };
    (window.axeBegins ??= []).push(() => { known = new WeakMap(); seen = new Map(); });
  }
}"""
RUN = "(options) => { axeBegins.forEach((begin) => begin()); return axe.run(options); }"


def axe_finds(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page: rule, and the places it names; `rules` narrows it to some rules."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    before = list(page.said)  # type: ignore[attr-defined]
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(TWO_OF_A_KIND)
    found = page.evaluate(RUN, {"runOnly": only, **QUICK})["violations"]
    page.said[:] = before  # type: ignore[attr-defined] # axe tries styles of its own, which our policy stops
    return [f"{rule['id']}: {' '.join(str(node['target']) for node in rule['nodes'][:5])}" for rule in found]
