// The citation desk by keyboard. The page works without this.
//
// The keys count only while a citation has the focus, and never in a field, so that they are in nobody's way
// (WCAG 2.1.4).

const cards = [...document.querySelectorAll(".doubt")];
const status = document.getElementById("desk-status");

const goTo = (card) => {
  if (!card) return;
  card.focus();
  card.scrollIntoView({ block: "nearest" });
};

const pressed = {
  j: (card) => goTo(cards[cards.indexOf(card) + 1]),
  k: (card) => goTo(cards[cards.indexOf(card) - 1]),
  a: (card) => card.querySelector("[name=decision][value=accept]")?.click(),
  d: (card) => card.querySelector("[name=decision][value=dismiss]")?.click(),
  "/": (card) => card.querySelector("[name=cite]").focus(),
};
pressed.ArrowDown = pressed.j;
pressed.ArrowUp = pressed.k;

let sent = false; // one decision at a time
document.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("pageshow", () => { sent = false; });

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".doubt");
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea, [contenteditable]")) {
    if (event.key === "Escape") card.focus();
    return;
  }
  const act = /^[1-9]$/.test(event.key)
    ? () => card.querySelectorAll(".likely button")[Number(event.key) - 1]?.click()
    : pressed[event.key];
  if (!act) return;
  event.preventDefault();
  act(card);
});

document.querySelectorAll(".desk-keys").forEach((line) => { line.hidden = false; });

// After a decision the address names what comes next: bring it to the person, and say what was done.
const next = location.hash.startsWith("#citation-") ? document.querySelector(location.hash) : null;
if (next ?? location.hash === "#doubts") goTo(next ?? document.getElementById("doubts"));
const message = document.querySelector(".messagelist li");
if (message) setTimeout(() => { status.textContent = message.textContent.trim(); }, 100);
