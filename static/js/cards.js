// A desk of cards, one decision each, by keyboard. The pages work without this.
//
// The keys count only while a card has the focus, and never in a field, so that they are in nobody's way
// (WCAG 2.1.4).

const status = document.getElementById("desk-status");

/** Bring a card, or what stands in its place, to the person. */
export const goTo = (card) => {
  if (!card) return;
  card.focus();
  card.scrollIntoView({ block: "nearest" });
};

/** Let keys work on the cards that `selector` names; `actOf(key)` gives what a key does with a card, or nothing. */
export const workByKeys = (selector, actOf) => {
  const cards = [...document.querySelectorAll(selector)];
  const step = (by) => (card) => goTo(cards[cards.indexOf(card) + by]);
  const steps = { j: step(1), ArrowDown: step(1), k: step(-1), ArrowUp: step(-1) };

  let sent = false; // one decision at a time
  document.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });

  document.addEventListener("keydown", (event) => {
    const card = event.target.closest?.(selector);
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape") card.focus();
      return;
    }
    const act = steps[event.key] ?? actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act(card);
  });

  document.querySelectorAll(".desk-keys").forEach((line) => { line.hidden = false; });
  const message = document.querySelector(".messagelist li");
  if (message) setTimeout(() => { status.textContent = message.textContent.trim(); }, 100);
};
