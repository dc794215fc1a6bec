// Places in the opinion's text. Every paragraph, heading and block quotation says in data-start where it begins,
// counted in characters (code points) of the text the server keeps. JavaScript counts UTF-16 units, so distances are
// counted anew here; labels, footnote calls and page numbers stand on the page but not in the text.

export const reading = document.getElementById("reading");
const BESIDE = "[id^='mark-'], .call, .page-number";

export const characters = (text) => [...text].length;

function texts(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(BESIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

export const wordsOf = (part) => texts(part).map((node) => node.data).join("");
export const startOf = (part) => Number(part.dataset.start);

let kept = null;

/** The parts of the column in order; kept until rows are replaced. */
export function parts() {
  kept ??= [...reading.querySelectorAll("[data-start]")];
  return kept;
}

export function forget() {
  kept = null;
}

/** The number of the part a place lies in: the last that begins at or before it. */
export function partAt(place) {
  const all = parts();
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(all[middle]) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of a point of the page inside a part. */
function placeOf(part, node, offset) {
  const point = document.createRange();
  point.setStart(node, offset);
  let place = startOf(part);
  for (const text of texts(part)) {
    if (text === node) return place + characters(text.data.slice(0, offset));
    if (point.comparePoint(text, 0) > 0) return place;
    place += characters(text.data);
  }
  return place;
}

/** The passage under a range: {start, end}, or null where none of the opinion's words are. */
export function passageUnder(range) {
  const under = parts().filter((part) => range.intersectsNode(part));
  if (!under.length) return null;
  const first = under[0];
  const last = under[under.length - 1];
  const start = first.contains(range.startContainer)
    ? placeOf(first, range.startContainer, range.startOffset)
    : startOf(first);
  const end = last.contains(range.endContainer)
    ? placeOf(last, range.endContainer, range.endOffset)
    : startOf(last) + characters(wordsOf(last));
  return end > start ? { start, end } : null;
}

const LETTER = /[\p{L}\p{N}]/u;
const cuts = (signs, at) => LETTER.test(signs[at - 1] ?? "") && LETTER.test(signs[at] ?? "");

/** The passage with the words whole that it cuts: whose pointer was a letter off meant the word. */
export function wholeWords({ start, end }) {
  const first = parts()[partAt(start)];
  const last = parts()[partAt(end - 1)];
  const before = [...wordsOf(first)];
  const after = [...wordsOf(last)];
  let [from, to] = [start - startOf(first), end - startOf(last)];
  while (cuts(before, from)) from -= 1;
  while (cuts(after, to)) to += 1;
  return { start: startOf(first) + from, end: startOf(last) + to };
}

/** The point of the page at a place: [node, offset]. */
function pointAt(place, atEnd) {
  const all = parts();
  let number = partAt(place);
  if (atEnd && place === startOf(all[number]) && number) number -= 1;
  let left = place - startOf(all[number]);
  const nodes = texts(all[number]);
  for (const node of nodes) {
    const here = characters(node.data);
    if (left < here || (atEnd && left === here)) return [node, [...node.data].slice(0, left).join("").length];
    left -= here;
  }
  const last = nodes[nodes.length - 1];
  return [last, last.data.length];
}

/** The range of the page over a passage. */
export function rangeOf({ start, end }) {
  const range = document.createRange();
  range.setStart(...pointAt(start, false));
  range.setEnd(...pointAt(end, true));
  return range;
}

/** The words of a passage, a blank line between blocks. */
export function wordsBetween({ start, end }) {
  let row = null;
  let words = "";
  for (let number = partAt(start); number < parts().length; number += 1) {
    const part = parts()[number];
    const at = startOf(part);
    if (at >= end) break;
    const here = part.closest(".row");
    if (row) words += here === row ? "\n" : "\n\n";
    row = here;
    words += [...wordsOf(part)].slice(Math.max(0, start - at), Math.max(0, end - at)).join("");
  }
  return words.trim();
}

/** How a person names the block a place lies in: “paragraph 3”. */
export function placeName(place) {
  const row = parts()[partAt(place)].closest(".row");
  const number = row.querySelector(".row-number");
  return number ? number.textContent.toLowerCase() : row.matches(".row-heading") ? "a heading" : "the front matter";
}

/** Bring a range into view, clear of the panel where it lies over the text. */
export function bringIntoView(range, cover, times = 3) {
  const words = range.getBoundingClientRect();
  const bottom = cover.bottom > cover.top && words.right > cover.left && words.left < cover.right
    ? Math.min(innerHeight, cover.top)
    : innerHeight;
  let by = 0;
  if (words.bottom > bottom - 24) by = Math.min(words.bottom - bottom + 24, words.top - 24);
  if (words.top < 24) by = words.top - 24;
  if (!by) return;
  scrollBy({ top: by, behavior: "instant" });
  // rows that come into view may turn out taller than was thought
  if (times > 1) setTimeout(() => bringIntoView(range, cover, times - 1), 80);
}
