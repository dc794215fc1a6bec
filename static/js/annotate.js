// Marks a passage that is selected in the opinion: the page works without this, by pasted quotation.
//
// Every run of text is a span with data-start: where it begins in the opinion's text, counted in characters (code
// points). JavaScript counts UTF-16 units, so distances inside a run are counted anew here.

const reading = document.getElementById("reading");
const panel = document.getElementById("mark-panel");
const form = document.getElementById("mark-form");
const status = document.getElementById("desk-status");

const characters = (text) => [...text].length;

const say = (words) => {
  status.textContent = "";
  setTimeout(() => { status.textContent = words; }, 100);
};

/** The place of a point of the page, if it lies in a run: characters from the beginning of the opinion. */
function placeOf(node, offset, run) {
  const start = Number(run.dataset.start);
  if (!run.contains(node)) return null;
  if (node.nodeType === Node.TEXT_NODE) return start + characters(node.data.slice(0, offset));
  return offset === 0 ? start : start + characters(run.textContent);
}

/** The passage under a selection: {start, end, words, place}, or null. */
function passageOf(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(reading)) return null;
  const runs = [...reading.querySelectorAll("[data-start]")].filter((run) => range.intersectsNode(run));
  if (!runs.length) return null;
  const first = runs[0];
  const last = runs[runs.length - 1];
  const start = placeOf(range.startContainer, range.startOffset, first) ?? Number(first.dataset.start);
  const end = placeOf(range.endContainer, range.endOffset, last)
    ?? Number(last.dataset.start) + characters(last.textContent);
  if (end <= start) return null;
  return { start, end, words: wordsBetween(runs, start, end), place: placeName(first) };
}

function wordsBetween(runs, start, end) {
  let row = null;
  let words = "";
  for (const run of runs) {
    const at = Number(run.dataset.start);
    const text = [...run.textContent];
    const here = run.closest(".row");
    if (row && here !== row) words += "\n\n";
    row = here;
    words += text.slice(Math.max(0, start - at), Math.max(0, end - at)).join("");
  }
  return words.trim();
}

function placeName(run) {
  const number = run.closest(".row")?.querySelector(".row-number");
  return number ? number.textContent.toLowerCase() : "the front matter";
}

function show(range) {
  if (globalThis.CSS?.highlights) CSS.highlights.set("chosen", new Highlight(range));
}

/** Scroll the chosen words out from under the panel, where it lies over the text; again when rows that come into
    view turn out taller than was thought. */
function uncover(range, times = 3) {
  const words = range.getBoundingClientRect();
  const cover = panel.getBoundingClientRect();
  if (words.bottom > cover.top && words.right > cover.left && words.left < cover.right) {
    scrollBy({ top: Math.min(words.bottom - cover.top + 24, words.top - 24), behavior: "instant" });
    if (times > 1) setTimeout(() => uncover(range, times - 1), 80);
  }
}

function open() {
  panel.classList.add("is-open");
  opener.setAttribute("aria-expanded", "true");
}

function close() {
  panel.classList.remove("is-open");
  opener.setAttribute("aria-expanded", "false");
  if (globalThis.CSS?.highlights) CSS.highlights.delete("chosen");
}

function take() {
  const selection = document.getSelection();
  const passage = passageOf(selection);
  if (!passage || !form.elements.quote) return;
  form.elements.start.value = passage.start;
  form.elements.end.value = passage.end;
  form.elements.quote.value = passage.words;
  show(selection.getRangeAt(0).cloneRange());
  open();
  uncover(selection.getRangeAt(0));
  const count = passage.words.split(/\s+/).length;
  say(`Selected ${count} ${count === 1 ? "word" : "words"} in ${passage.place}. Choose what it is, then save it.`);
}

const opener = document.createElement("button");
opener.type = "button";
opener.className = "button mark-opener";
opener.textContent = "Mark a passage";
opener.setAttribute("aria-controls", "mark-panel");
opener.setAttribute("aria-expanded", String(panel.classList.contains("is-open")));
opener.addEventListener("click", () => {
  open();
  (form.elements.quote ?? form.elements.kind).focus();
});
document.querySelector(".desk-actions").prepend(opener);

panel.classList.add("is-drawer");
const closer = panel.querySelector(".mark-close");
closer.hidden = false;
closer.addEventListener("click", () => {
  close();
  opener.focus();
});
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    close();
    opener.focus();
  }
});
reading.addEventListener("mouseup", () => setTimeout(take, 0));
reading.addEventListener("touchend", () => setTimeout(take, 0));
// Words that are typed or pasted are looked up in the text; the selected place no longer counts.
form.elements.quote?.addEventListener("input", () => {
  form.elements.start.value = "";
  form.elements.end.value = "";
});

// A mark that is being changed is shown where it stands.
const changing = new URLSearchParams(location.search).get("mark");
if (changing) document.getElementById(`mark-${changing}`)?.scrollIntoView({ block: "center" });

// After a save the address names the mark: bring it to the reader, and say again what was saved.
const saved = location.hash.startsWith("#annotation-") && document.querySelector(location.hash);
if (saved) {
  saved.focus();
  const message = document.querySelector(".messagelist li");
  if (message) say(message.textContent.trim());
}
