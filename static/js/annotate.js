// The annotation desk: without this file it works by forms and whole pages.

import { ask, token } from "./annotate_ask.js";
import "./annotate_cards.js";
import "./annotate_filter.js";
import "./annotate_keys.js";
import { change, edit, light, take } from "./annotate_panel.js";
import { focusOn, putRows, whenRowsChange } from "./annotate_rows.js";
import { tell, whisper } from "./annotate_say.js";
import { reading } from "./annotate_text.js";

const desk = document.querySelector(".desk");
const EVERY = 10_000;

reading.addEventListener("mouseup", () => setTimeout(take, 0));
reading.addEventListener("touchend", () => setTimeout(take, 0));
whenRowsChange(light);

// -- cards: their buttons come where the pointer or the focus is --------------------------------------------------------

const tools = document.createElement("span");
tools.className = "card-tools";
const tool = (words, what) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.addEventListener("click", () => {
    const card = tools.closest(".card");
    what(card.id.slice("annotation-".length), card);
  });
  return button;
};
const address = (mark, act) => desk.dataset.mark.replace("/0/remove/", `/${mark}/${act}/`);
const briefs = (desk.dataset.briefs ?? "").split(" ").filter(Boolean);
const toBrief = tool("New holding", (mark) => {
  if (briefs.length === 1) change(address(mark, "into-brief"), { brief: briefs[0], csrfmiddlewaretoken: token() });
  else edit(mark, "used_in");
});
const editing = tool("Edit", (mark) => edit(mark));
const remove = tool("Delete", (mark) => change(address(mark, "remove"), {}));

function arm(event) {
  const card = event.target.closest?.(".card");
  if (!card || tools.parentElement === card) return;
  const name = card.querySelector("h3").textContent;
  const may = card.querySelector("h3 a") !== null;
  editing.setAttribute("aria-label", `Edit mark ${name}`);
  toBrief.setAttribute("aria-label", `New holding from mark ${name}`);
  remove.setAttribute("aria-label", `Delete mark ${name}`);
  tools.replaceChildren(
    ...(may ? [editing] : []),
    ...(briefs.length && reading.contains(card) ? [toBrief] : []),
    ...(may && card.classList.contains("unused") ? [remove] : []),
  );
  card.querySelector("h3").after(tools);
}
desk.addEventListener("pointerover", arm, { passive: true });
desk.addEventListener("focusin", arm);
desk.addEventListener("click", (event) => {
  const link = event.target.closest(".card h3 a");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    edit(link.closest(".card").id.slice("annotation-".length));
  }
});
// Pointing at a card shows its words, and at words their card.
let shown = [];
const point = (event) => {
  const card = event.target.closest?.(".card");
  const under = event.target.closest?.("mark[data-mark], [id^='mark-']");
  const mark = card?.id.slice("annotation-".length) ?? under?.dataset.mark ?? under?.id.slice("mark-".length);
  for (const one of shown) one.classList.remove("pointed");
  shown = mark
    ? [...reading.querySelectorAll(`mark[data-mark="${mark}"], #annotation-${CSS.escape(mark)}, #mark-${CSS.escape(mark)}`)]
    : [];
  for (const one of shown) one.classList.add("pointed");
};
desk.addEventListener("pointerover", point, { passive: true });
desk.addEventListener("focusin", point);

// -- what others do meanwhile -------------------------------------------------------------------------------------------

let { since } = desk.dataset;
let tag = "";
let waiting = {};
const heard = new Set();

async function listen() {
  if (document.visibilityState !== "visible") return;
  if (Object.keys(waiting).length) waiting = putRows(waiting);
  const asked = `${desk.dataset.marks}?since=${encodeURIComponent(since)}`;
  const { ok, status, told, tag: newer } = await ask(asked, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
  if (!ok || status === 304) return;
  tag = newer;
  since = told.since;
  if (told.version && String(told.version) !== desk.dataset.version) {
    tell("The opinion’s text was changed meanwhile. Save what you are writing, then load this page again.");
    return;
  }
  waiting = { ...waiting, ...putRows(told.rows) };
  for (const gone of told.gone) document.querySelector(`.lost #annotation-${gone}`)?.remove();
  const news = told.said.filter(({ id }) => !heard.has(id));
  for (const { id } of news) heard.add(id);
  if (news.length) tell(news.map(({ words }) => words).slice(-3).join(" "));
}

setInterval(listen, EVERY);
document.addEventListener("visibilitychange", listen);

// -- arriving -----------------------------------------------------------------------------------------------------------

// A mark that is being changed is shown where it stands.
const changing = new URLSearchParams(location.search).get("mark");
if (changing) document.getElementById(`mark-${changing}`)?.scrollIntoView({ block: "center" });
// After a save the address names the mark: bring it to the reader, and say again what was saved.
const saved = location.hash.startsWith("#annotation-") && document.querySelector(location.hash);
if (saved) {
  focusOn(saved);
  saved.scrollIntoView({ block: "center" });
  const message = document.querySelector(".messagelist li");
  if (message) whisper(message.textContent.trim());
}
