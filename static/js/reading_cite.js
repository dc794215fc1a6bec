// Copies a paragraph's citation with its pin, and words that are selected together with theirs.
// A pin is the printed page where the page's number is the citation's own; else the paragraph or the footnote.
import { put } from "./clipboard.js";

const menu = document.querySelector(".cite-menu");
const style = menu.querySelector("[data-by-place]"); // the first style is the one copied
const { pin: PIN, firstPage, lastPage } = menu.dataset;
const status = document.querySelector("[data-copied]");
const text = document.querySelector(".opinion-text");
const LEFT_OUT = ".visually-hidden, .call, .page-mark, .line-note, .para-number, .copy-tools, .outside, .sic, .found-steps, .margin-note";

// -- where words stand --

function pageAt(range) {
  let page = "";
  for (const mark of text.querySelectorAll(".page-mark")) {
    const here = document.createRange();
    here.selectNode(mark);
    if (here.compareBoundaryPoints(Range.START_TO_START, range) > 0) break;
    page = mark.id ? mark.id.replace("page-", "") : "";
  }
  const number = Number(page);
  return page && (!firstPage || (number >= Number(firstPage) && number <= Number(lastPage))) ? page : "";
}

function point(range, atEnd) {
  const one = range.cloneRange();
  one.collapse(!atEnd);
  return one;
}

// "378–79": of a range's end the last two digits stand (Bluebook rule 3.2).
function span(first, last) {
  if (first === last || !last) return first;
  const kept = last.length === first.length && last.length > 2 && first.slice(0, -2) === last.slice(0, -2) ? last.slice(-2) : last;
  return `${first}–${kept}`;
}

function numberOf(block) {
  return /^(?:para|fn)-(.+?)(?:--\d+)?$/.exec(block?.id ?? "")?.[1] ?? "";
}

// Gives the pin and whether it is a page's number; nothing where the words stand in no numbered paragraph.
function pinOf(range) {
  const blocks = [...text.querySelectorAll(".para")].filter((one) => range.intersectsNode(one));
  const numbered = blocks.filter((one) => numberOf(one));
  if (!numbered.length) return null;
  const [first, last] = [numbered[0], numbered[numbered.length - 1]].map(numberOf);
  if (numbered[0].matches(".footnotes .para")) {
    const call = text.querySelector(`.call a[href="#${CSS.escape(numbered[0].id)}"]`);
    const from = document.createRange();
    if (call) from.selectNode(call);
    const page = call ? pageAt(from) : "";
    return page ? { words: `${page} n.${first}`, isPage: true } : { words: first === last ? `fn. ${first}` : `fns. ${first}–${last}`, isPage: false };
  }
  const pages = [pageAt(point(range, false)), pageAt(point(range, true))];
  if (pages[0] && pages[1]) return { words: span(...pages), isPage: true };
  return { words: first === last ? `para. ${first}` : `paras. ${first}–${last}`, isPage: false };
}

function cited(pin) {
  const name = style.querySelector("em")?.textContent ?? "";
  const rest = pin ? (pin.isPage ? style.dataset.byPage : style.dataset.byPlace).replace(PIN, pin.words) : style.textContent.trim().slice(name.length);
  const holder = document.createElement("span");
  if (name) holder.append(Object.assign(document.createElement("em"), { textContent: name }));
  holder.append(rest);
  return holder;
}

async function copy(button, holder) {
  const plain = holder.textContent;
  const done = await put(plain, holder.innerHTML);
  status.textContent = done ? `Copied: ${plain}` : "This browser lets no page copy. Select the words and copy them with your keyboard.";
  button.classList.toggle("copied", done);
  setTimeout(() => button.classList.remove("copied"), 2000);
}

function made(className, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = words;
  return button;
}

// -- a paragraph's citation, beside its link --

const cites = made("copy-link copy-cite", "Copy citation");
let place = null;
document.addEventListener("offered", (event) => {
  place = event.target.closest(".para");
  if (!place) return;
  event.target.append(cites);
  cites.setAttribute("aria-label", `Copy citation of ${place.matches(".footnotes .para") ? "footnote" : "paragraph"} ${numberOf(place)}`);
});
cites.addEventListener("click", () => {
  const range = document.createRange();
  range.selectNodeContents(place.querySelector(".para-words"));
  const words = document.createTreeWalker(place.querySelector(".para-words"), NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node.data.trim() && !node.parentElement.closest(LEFT_OUT) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP),
  });
  if (words.nextNode()) range.setStart(words.currentNode, 0); // after the page's number that stands before the first word
  copy(cites, cited(pinOf(range)));
});

// -- selected words with their citation --

const bar = made("copy cite-selection", "Copy with citation");
bar.hidden = true;
document.querySelector("main").append(bar);
let chosen = null;

function quoted(range) {
  const words = range.cloneContents();
  for (const out of words.querySelectorAll(LEFT_OUT)) out.remove();
  const blocks = [...words.querySelectorAll("p")];
  const lines = (blocks.length ? blocks : [words]).map((one) => one.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
  const within = lines.join("\n\n").replace(/[“”]/g, (sign) => (sign === "“" ? "‘" : "’")).replace(/"/g, "'");
  return `“${within}”`;
}

function offer() {
  const selection = getSelection();
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const isOurs = range && !range.collapsed && text.contains(range.commonAncestorContainer) && selection.toString().trim().length > 2;
  if (!isOurs) {
    if (document.activeElement !== bar) bar.hidden = true;
    return;
  }
  chosen = range.cloneRange();
  bar.hidden = false;
  const boxes = [...range.getClientRects()];
  const box = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
  const frame = bar.offsetParent.getBoundingClientRect();
  const most = document.documentElement.clientWidth - bar.offsetWidth - 8;
  bar.style.left = `${Math.max(8, Math.min(box.right - bar.offsetWidth, most)) - frame.left}px`;
  bar.style.top = `${box.bottom + 6 - frame.top}px`;
}

let waiting = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(offer, 200);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") bar.hidden = true;
});
bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay selected
bar.addEventListener("click", () => {
  const holder = cited(pinOf(chosen));
  holder.prepend(`${quoted(chosen)} `);
  holder.append(holder.textContent.endsWith(".") ? "" : ".");
  copy(bar, holder);
});

for (const hint of document.querySelectorAll("[data-by-script]")) hint.hidden = false;
