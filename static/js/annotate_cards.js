// Where cards stand beside the text, sets each at the line its words begin on, as far as the cards of its row leave
// room. A row never grows by it; a row without room keeps its cards one under the other from the top.

import { whenRowsChange } from "./annotate_rows.js";
import { reading } from "./annotate_text.js";

const GAP = 6; // CSS pixels between two cards, as in the style sheet

function place(row) {
  const area = row.querySelector(".row-cards");
  const cards = [...row.querySelectorAll(".card:not([hidden])")];
  for (const card of cards) card.style.removeProperty("margin-top");
  if (!cards.length) return;
  const text = row.querySelector(".row-text").getBoundingClientRect();
  const { left, top } = area.getBoundingClientRect();
  if (left < text.right) return; // they stand under the text here
  const heights = cards.map((card) => card.offsetHeight);
  const tops = cards.map((card) => {
    const tag = document.getElementById(card.id.replace("annotation", "mark"));
    return tag ? tag.getBoundingClientRect().top - top - 2 : 0;
  });
  for (let at = 1; at < tops.length; at += 1) tops[at] = Math.max(tops[at], tops[at - 1] + heights[at - 1] + GAP);
  let foot = text.height - 2 * GAP; // and as much under the last
  for (let at = tops.length - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at], foot - heights[at]);
    foot = tops[at] - GAP;
  }
  if (tops[0] < 0) return;
  cards.forEach((card, at) => {
    const above = at ? tops[at - 1] + heights[at - 1] + GAP : 0;
    card.style.marginTop = `${Math.max(0, Math.round(tops[at] - above))}px`;
  });
}

// Rows that are far away are not laid out; each is placed when it comes near.
const near = new Set();
const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) near.delete(target);
    else {
      near.add(target);
      place(target);
    }
  }
}, { rootMargin: "300px" });

function watch() {
  seen.disconnect();
  near.clear();
  for (const area of reading.querySelectorAll(".row-cards")) seen.observe(area.parentElement);
}

const again = () => near.forEach(place);
addEventListener("resize", again);
document.getElementById("mark-filter").addEventListener("change", again);
whenRowsChange(watch);
watch();
