// The anchor desk by keyboard. The page works without this.
//
// The keys count only while a mark has the focus, and never in a field, so that they are in nobody's way
// (WCAG 2.1.4).

const cards = [...document.querySelectorAll(".anchor")];
const status = document.getElementById("desk-status");

const goTo = (card) => {
  if (!card) return;
  card.focus();
  card.scrollIntoView({ block: "nearest" });
};

const choose = (card) => {
  const other = card.querySelector(".anchor-other");
  if (!other) return;
  other.open = true;
  other.querySelector("textarea").focus();
};

const pressed = {
  j: (card) => goTo(cards[cards.indexOf(card) + 1]),
  k: (card) => goTo(cards[cards.indexOf(card) - 1]),
  a: (card) => card.querySelector("[name=act][value=accept]")?.click(),
  r: (card) => card.querySelector("[name=act][value=retire]")?.click(),
  c: choose,
};

let sent = false; // one decision at a time
document.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("pageshow", () => { sent = false; });

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".anchor");
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea, [contenteditable]")) {
    if (event.key === "Escape") card.focus();
    return;
  }
  const act = pressed[event.key];
  if (!act) return;
  event.preventDefault();
  act(card);
});

document.querySelectorAll(".desk-keys").forEach((line) => { line.hidden = false; });

// After a decision the address names what comes next: bring it to the person, and say what was done.
const named = location.hash ? document.getElementById(location.hash.slice(1)) : null;
if (named) goTo(named);
const message = document.querySelector(".messagelist li");
if (message) setTimeout(() => { status.textContent = message.textContent.trim(); }, 100);
