// Marks with the keyboard alone: arrow keys choose paragraphs, sentences and words of the opinion, Shift extends,
// Enter opens the form, and the letter of a kind saves at once.

import { choose, chosen, close, cover, open, opener, saveAs } from "./annotate_panel.js";
import { whisper } from "./annotate_say.js";
import {
  bringIntoView, partAt, parts, placeName, rangeOf, reading, startOf, wordsBetween, wordsOf,
} from "./annotate_text.js";

const help = document.getElementById("mark-keys");
const panel = document.getElementById("mark-panel");
const covered = () => (panel.matches(".is-open") ? cover() : help.getBoundingClientRect());
const kinds = new Map([...help.querySelectorAll("[data-kind]")].map((key) =>
  [key.textContent.toLowerCase(), key.dataset.kind]));
const words = globalThis.Intl?.Segmenter && new Intl.Segmenter("en", { granularity: "word" });
let stepping = false;
let end = "end"; // the end of the passage that Shift moves

/** The units of a part, as [start, end) places. */
function unitsIn(part, what) {
  const text = wordsOf(part);
  const all = [...text];
  const from = startOf(part);
  if (what === "sentence") {
    const starts = [0, ...(part.dataset.sentences ?? "").split(" ").filter(Boolean).map(Number), all.length];
    return starts.slice(0, -1).map((start, at) => {
      const sentence = all.slice(start, starts[at + 1]).join("").trimEnd();
      return [from + start, from + start + [...sentence].length];
    }).filter(([start, stop]) => stop > start);
  }
  const plain = all.length === text.length;
  const count = (upTo) => (plain ? upTo : [...text.slice(0, upTo)].length);
  const found = words
    ? [...words.segment(text)].filter((one) => one.isWordLike).map((one) => [one.index, one.segment.length])
    : [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].map((one) => [one.index, one[0].length]);
  return found.map(([at, size]) => [from + count(at), from + count(at + size)]);
}

/** A paragraph is a row: from its first part to the end of its last. */
function paragraphAt(number) {
  const row = parts()[number].closest(".row");
  const own = [...row.querySelectorAll("[data-start]")];
  const last = own[own.length - 1];
  return [startOf(own[0]), startOf(last) + [...wordsOf(last)].length];
}

/** Units of a kind from the part with a number on, in a direction. */
function* unitsFrom(number, what, by) {
  let seen = null;
  for (let at = number; at >= 0 && at < parts().length; at += by) {
    if (what === "paragraph") {
      const row = parts()[at].closest(".row");
      if (row !== seen) yield paragraphAt(at);
      seen = row;
    } else {
      const units = unitsIn(parts()[at], what);
      yield* by > 0 ? units : units.reverse();
    }
  }
}

function step(what, by) {
  const now = chosen ?? null;
  if (!now) return first();
  end = "end";
  for (const [start, stop] of unitsFrom(partAt(by > 0 ? now.start : now.end - 1), what, by)) {
    const same = start === now.start && stop === now.end;
    if (!same && (by > 0 ? start >= now.start : stop <= now.end)) return show({ start, end: stop }, what);
  }
  return whisper(by > 0 ? "This is the end of the opinion." : "This is its beginning.");
}

function extend(what, by) {
  if (!chosen) return first();
  const { start, end: stop } = chosen;
  if (end === "end") {
    for (const unit of unitsFrom(partAt(by > 0 ? stop - 1 : stop - 1), what, by)) {
      if (by > 0 ? unit[1] > stop : unit[1] < stop) {
        return unit[1] > start ? show({ start, end: unit[1] }, what, true) : whisper("No more can be taken off.");
      }
    }
  } else {
    for (const unit of unitsFrom(partAt(start), what, by)) {
      if (by < 0 ? unit[0] < start : unit[0] > start) {
        return unit[0] < stop ? show({ start: unit[0], end: stop }, what, true) : whisper("No more can be taken off.");
      }
    }
  }
  return null;
}

function first() {
  const seen = [...reading.children].find((row) => row.getBoundingClientRect().bottom > 40 && row.matches(".row-paragraph"));
  const part = seen?.querySelector("[data-start]") ?? parts()[0];
  const [start, stop] = paragraphAt(parts().indexOf(part));
  show({ start, end: stop }, "paragraph");
}

function show(passage, what, extended = false) {
  choose(passage);
  bringIntoView(rangeOf(passage), covered());
  const said = wordsBetween(passage);
  const count = said.split(/\s+/).length;
  const where = what === "paragraph" || extended ? `${placeName(passage.start)}: ` : "";
  if (extended) {
    const ends = said.length > 120 ? `${said.slice(0, 50)} … ${said.slice(-50)}` : said;
    whisper(`${count} ${count === 1 ? "word" : "words"} in ${where}${ends}`);
  } else {
    whisper(`${where}${said}`);
  }
}

function enter() {
  stepping = true;
  help.open = true;
  reading.setAttribute("role", "application");
  reading.setAttribute("aria-label", "The opinion, chosen with the arrow keys");
  reading.focus({ preventScroll: true });
  if (chosen) show(chosen, "sentence");
  else first();
}

function leave() {
  stepping = false;
  reading.removeAttribute("role");
  reading.removeAttribute("aria-label");
}

reading.tabIndex = -1;
help.hidden = false;
const starter = document.createElement("button");
starter.type = "button";
starter.className = "button button-quiet keys-starter";
starter.textContent = "Mark with the keyboard";
starter.addEventListener("click", enter);
opener.after(starter);

reading.addEventListener("keydown", (event) => {
  if (event.target !== reading) return;
  const { key } = event;
  const word = event.ctrlKey || event.altKey;
  if (stepping && key.startsWith("Arrow") && !event.metaKey) {
    event.preventDefault();
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const what = !across ? "paragraph" : word ? "word" : "sentence";
    (event.shiftKey ? extend : step)(what, key === "ArrowRight" || key === "ArrowDown" ? 1 : -1);
    return;
  }
  if (word || event.metaKey) return;
  if (key === "Enter" && chosen) {
    event.preventDefault();
    open(stepping ? enter : null);
    document.getElementById("mark-form").elements.kind.focus();
    bringIntoView(rangeOf(chosen), covered());
  } else if (key === "Escape") {
    choose(null);
    close();
    leave();
    help.open = false;
    starter.focus();
  } else if (chosen && key.toLowerCase() === "s" && stepping) {
    end = end === "end" ? "start" : "end";
    whisper(end === "end" ? "Shift moves the end now." : "Shift moves the beginning now.");
  } else if (chosen && kinds.has(key.toLowerCase())) {
    event.preventDefault();
    saveAs(kinds.get(key.toLowerCase()));
  }
});
reading.addEventListener("focusout", (event) => {
  if (event.target === reading && !panel.contains(event.relatedTarget)) leave();
});
