// The form that marks: opened over a chosen passage, sent without leaving the page.

import { ask, send } from "./annotate_ask.js";
import { issuesOf } from "./annotate_issues.js";
import { focusOn, putRows } from "./annotate_rows.js";
import { tell, whisper } from "./annotate_say.js";
import { bringIntoView, passageUnder, placeName, rangeOf, reading, wholeWords, wordsBetween } from "./annotate_text.js";

const panel = document.getElementById("mark-panel");
let busy = false;
let typed = false;
let openedFrom = null;
let goBack = null; // where closing leads: to the keys that chose the passage

/** The passage that is chosen: {start, end}, or null. */
export let chosen = null;

const form = () => document.getElementById("mark-form");
const field = (name) => form().elements[name];

export const opener = document.createElement("button");
opener.type = "button";
opener.className = "button mark-opener";
opener.textContent = "Mark a passage";
opener.setAttribute("aria-controls", "mark-panel");

export function open(back = null) {
  goBack = back ?? goBack;
  panel.classList.add("is-open");
  opener.setAttribute("aria-expanded", "true");
}

export const cover = () => panel.getBoundingClientRect();

export function close() {
  panel.classList.remove("is-open");
  opener.setAttribute("aria-expanded", "false");
}

/** Make a passage the chosen one, in the form and to the eye. */
export function choose(passage) {
  chosen = passage;
  field("start").value = passage?.start ?? "";
  field("end").value = passage?.end ?? "";
  field("quote").value = passage ? wordsBetween(passage) : "";
  form().querySelector(".mark-places")?.remove();
  light();
}

/** Light up the chosen words; again after rows were replaced. */
export function light() {
  if (!globalThis.CSS?.highlights) return;
  if (chosen) CSS.highlights.set("chosen", new Highlight(rangeOf(chosen)));
  else CSS.highlights.delete("chosen");
}

/** What a selection with the mouse or a finger chose. */
export function take() {
  const selection = document.getSelection();
  if (busy || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const passage = range.intersectsNode(reading) ? passageUnder(range) : null;
  if (!passage) return;
  choose(wholeWords(passage));
  if (chosen.start !== passage.start || chosen.end !== passage.end) {
    selection.removeAllRanges();
    selection.addRange(rangeOf(chosen));
  }
  if (!panel.classList.contains("is-open")) openedFrom = null;
  goBack = null;
  open();
  reading.focus({ preventScroll: true });
  bringIntoView(range, panel.getBoundingClientRect());
  const words = field("quote").value;
  const count = words.split(/\s+/).length;
  const next = form().dataset.mark
    ? "Save the changes to put the mark there."
    : "Choose what it is, then save it, or press the key of a kind.";
  whisper(`Selected ${count} ${count === 1 ? "word" : "words"} in ${placeName(chosen.start)}. ${next}`);
}

function enhance() {
  panel.querySelector(".mark-close").hidden = false;
  issuesOf(form());
  typed = false;
  if (!form().dataset.mark) panel.querySelector(".mark-buttons").append(letters());
}

/** The letters that save a selection at once, told where somebody with a mouse looks. */
function letters() {
  const hint = document.createElement("span");
  hint.className = "mark-letters desk-help";
  hint.append("Or save the selected words with one key: ");
  for (const key of document.querySelectorAll("#mark-keys kbd[data-kind]")) {
    hint.append(key.cloneNode(true), ` ${key.nextSibling.textContent.replace("·", "").trim()} `);
  }
  return hint;
}

/** Put in a form the server sent. */
function put(html) {
  panel.innerHTML = html;
  enhance();
}

function wait(yes) {
  busy = yes;
  opener.disabled = yes;
  panel.toggleAttribute("inert", yes);
}

/** Send something that changes marks, and show what it changed. Gives whether it was done. */
export async function change(address, fields, { quiet = false } = {}) {
  wait(true);
  const { ok, told } = await send(address, fields);
  wait(false);
  if (!ok) {
    if (told.panel) {
      put(told.panel);
      open();
      panel.scrollTop = 0;
      (panel.querySelector(".mark-places input") ?? panel.querySelector(".desk-field-wrong :is(textarea, select, input)")
        ?? field("kind")).focus();
    } else {
      tell(told.refused ?? told.problem);
    }
    return false;
  }
  document.getSelection().removeAllRanges();
  putRows(told.rows);
  document.querySelectorAll(".lost .card").forEach((card) => {
    if (card.id === `annotation-${told.mark}` && reading.querySelector(`#${card.id}`)) card.remove();
  });
  put(told.panel);
  chosen = quiet || goBack ? chosen : null;
  light();
  if (!quiet) close();
  tell(told.said, told.removed && (() => change(undoAddress(told.removed), {})));
  if (!quiet && goBack) back();
  else if (!quiet && told.mark) focusOn(reading.querySelector(`#annotation-${told.mark}`));
  return true;
}

const undoAddress = (removal) => document.querySelector(".desk").dataset.undo.replace(/\/0\/$/, `/${removal}/`);

/** Save the chosen passage as a kind, in the opinion's own voice, at once. */
export function saveAs(kind) {
  if (!chosen || busy) return;
  const { start, end } = chosen;
  const version = field("version").value;
  const fresh = { start, end, quote: wordsBetween(chosen), version, kind, voice: ownVoice() };
  change(location.pathname, fresh, { quiet: true }).then((done) => { if (done) close(); });
}

const ownVoice = () => document.querySelector(".desk").dataset.voice;

/** Open a mark's own form; `focus` names the field to begin with. */
export async function edit(mark, focus = "kind") {
  if (busy || (typed && !confirm("Leave the words typed in the form?"))) return;
  openedFrom = document.activeElement;
  const { ok, told } = await ask(`${location.pathname}?mark=${mark}`);
  if (!ok) {
    tell(told.problem ?? "This mark cannot be changed.");
    return;
  }
  put(told.panel);
  chosen = null;
  light();
  open();
  field(focus)?.focus();
  const under = document.querySelector(`mark[data-mark="${mark}"]`);
  if (under) {
    const range = document.createRange();
    range.selectNode(under);
    bringIntoView(range, panel.getBoundingClientRect());
  }
}

function back() {
  const to = goBack;
  goBack = null;
  to();
}

function leave() {
  close();
  const kept = chosen;
  choose(null);
  if (form().dataset.mark) ask(location.pathname).then(({ ok, told }) => { if (ok) put(told.panel); });
  if (goBack) {
    choose(kept);
    back();
    return;
  }
  (openedFrom?.isConnected ? openedFrom : opener).focus({ preventScroll: Boolean(openedFrom) });
}

opener.setAttribute("aria-expanded", String(panel.classList.contains("is-open")));
opener.addEventListener("click", () => {
  openedFrom = opener;
  open();
  field("quote").focus();
});
document.querySelector(".desk-actions").prepend(opener);
panel.classList.add("is-drawer");
panel.addEventListener("click", (event) => {
  if (event.target.closest(".mark-close, .mark-leave")) {
    event.preventDefault();
    leave();
  }
});
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape") leave();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form().requestSubmit();
  }
});
panel.addEventListener("submit", (event) => {
  event.preventDefault();
  const sent = event.target;
  if (!busy) change(sent.action, new FormData(sent, event.submitter));
});
panel.addEventListener("input", (event) => {
  typed = true;
  // words that are typed or pasted are looked up in the text; the chosen place no longer counts
  if (event.target.name === "quote") {
    field("start").value = "";
    field("end").value = "";
    chosen = null;
    light();
  }
});
addEventListener("beforeunload", (event) => { if (typed && field("note").value) event.preventDefault(); });
enhance();
