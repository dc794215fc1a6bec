// Narrows the marks at once by the same rule as the server: a mark's signs are the class names of its card.

import { reading } from "./annotate_text.js";
import { whenRowsChange } from "./annotate_rows.js";

const signOf = ({ name, value }) => (name === "by" || name === "issue" ? `${name}-${value}` : value);
const form = document.getElementById("mark-filter");
const said = document.getElementById("filter-said");
const clear = form.querySelector(".filter-clear");
form.querySelector(".filter-go").hidden = true;

function apply() {
  const groups = new Map();
  for (const box of form.querySelectorAll("input[type=checkbox]")) {
    if (!groups.has(box.name)) groups.set(box.name, []);
    groups.get(box.name).push(box);
  }
  const asked = [...groups.values()];
  const wanted = asked.map((boxes) => boxes.filter((box) => box.checked).map((box) => signOf(box)));
  const counts = new Map();
  const off = new Set();
  const cards = reading.querySelectorAll(".card");
  for (const card of cards) {
    const fits = wanted.map((signs) => !signs.length || signs.some((sign) => card.classList.contains(sign)));
    const misses = fits.filter((fit) => !fit).length;
    card.hidden = misses > 0;
    if (misses) off.add(card.id.slice("annotation-".length));
    asked.forEach((boxes, at) => {
      if (misses > (fits[at] ? 0 : 1)) return; // another group leaves it out
      for (const box of boxes) {
        if (card.classList.contains(signOf(box))) counts.set(box, (counts.get(box) ?? 0) + 1);
      }
    });
  }
  for (const under of reading.querySelectorAll("mark[data-mark]")) {
    under.classList.toggle("off", off.has(under.dataset.mark));
  }
  for (const tag of reading.querySelectorAll("[id^='mark-']")) tag.hidden = off.has(tag.id.slice("mark-".length));
  for (const boxes of asked) {
    for (const box of boxes) {
      const label = box.closest("label");
      label.querySelector("b").textContent = counts.get(box) ?? 0;
      if (counts.has(box)) label.hidden = false; // the first mark of its kind
    }
  }
  for (const more of form.querySelectorAll(".filter-more")) {
    const names = [...more.querySelectorAll(":checked")].map((box) =>
      box.nextElementSibling.textContent);
    more.querySelector(".filter-chosen").textContent = names.length ? `: ${names.join(", ")}` : "";
    more.toggleAttribute("data-chosen", names.length > 0);
  }
  const narrowed = wanted.some((signs) => signs.length);
  clear.hidden = !narrowed;
  const all = `${cards.length} ${cards.length === 1 ? "mark" : "marks"}`;
  said.textContent = narrowed ? `${cards.length - off.size} of ${all} shown.` : cards.length ? `${all}.` : said.dataset.none;
  const step = document.querySelector(".opinion-way [aria-current] + span");
  if (step) step.textContent = cards.length ? all : "no marks";
}

form.addEventListener("change", () => {
  apply();
  const asked = new URLSearchParams(new FormData(form)).toString();
  history.replaceState(null, "", asked ? `?${asked}` : location.pathname);
});
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", (event) => {
  event.preventDefault();
  for (const box of form.querySelectorAll(":checked")) box.checked = false;
  form.dispatchEvent(new Event("change"));
  form.querySelector("input").focus();
});
// One list of choices is open at a time, and a press elsewhere closes it.
document.addEventListener("click", (event) => {
  for (const more of form.querySelectorAll(".filter-more[open]")) {
    if (!more.contains(event.target)) more.open = false;
  }
});
form.addEventListener("keydown", (event) => {
  const more = event.target.closest(".filter-more[open]");
  if (event.key !== "Escape" || !more) return;
  more.open = false;
  more.querySelector("summary").focus();
});
whenRowsChange(apply);
if (!clear.hidden) apply();
