// The marked passages of the case, as they are listed on the page: put into the prose as quotations, and offered to
// each holding to be pinned to. Without scripts the list is there to copy from, and its numbers to pin by.

const form = document.getElementById("brief_form");
const listed = [...document.querySelectorAll("#passages li")].map((item) => ({
  pk: item.dataset.pk,
  place: item.querySelector(".listed-place").textContent,
  words: item.querySelector(".listed-words").textContent,
}));
const SHORT = 140;
// The kind of passage a field is mostly written from: it is offered first.
const KINDS = {
  facts: "Fact", procedural_history: "Procedural history", reasoning: "Reasoning", disposition: "Disposition",
  question: "Issue", answer: "Holding", rule: "Rule",
};

// ---- insert a passage

const picker = document.createElement("dialog");
picker.className = "picker";
picker.setAttribute("aria-labelledby", "picker-title");
picker.innerHTML = `
  <h2 id="picker-title">Insert a passage</h2>
  <label for="picker-words">Find it by its words, its kind or its place</label>
  <input id="picker-words" type="search" role="combobox" aria-expanded="true" aria-autocomplete="list"
    aria-controls="picker-list" autocomplete="off">
  <p class="picker-count" role="status"></p>
  <ul id="picker-list" role="listbox" aria-label="Passages"></ul>
  <p class="picker-foot"><span>Arrow keys choose, Enter inserts, Escape closes.</span>
  <button type="button" class="button button-quiet">Close</button></p>`;
document.body.append(picker);
const sought = picker.querySelector("input");
const list = picker.querySelector("ul");
const found = picker.querySelector(".picker-count");
let into = null;
let active = 0;

function narrow() {
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = listed.filter((one) => {
    const text = `${one.place} ${one.words}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const wanted = ` · ${KINDS[into.field.name.split("-").pop()]} · `;
  fitting.sort((one, other) => other.place.includes(wanted) - one.place.includes(wanted));
  list.replaceChildren(...fitting.map((one, at) => {
    const item = document.createElement("li");
    item.id = `picker-${at}`;
    item.setAttribute("role", "option");
    item.dataset.words = one.words;
    const place = document.createElement("span");
    place.className = "listed-place";
    place.textContent = one.place;
    const quoted = document.createElement("span");
    quoted.className = "listed-words";
    quoted.textContent = one.words;
    item.append(place, " ", quoted);
    return item;
  }));
  found.textContent = listed.length
    ? `${fitting.length} of ${listed.length} passages` : "Nothing is marked in the opinion yet.";
  point(0);
}

function point(at) {
  const items = [...list.children];
  active = Math.max(0, Math.min(at, items.length - 1));
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
  if (items[active]) {
    sought.setAttribute("aria-activedescendant", items[active].id);
    items[active].scrollIntoView({ block: "nearest" });
  } else {
    sought.removeAttribute("aria-activedescendant");
  }
}

function open(field) {
  into = { field, start: field.selectionStart, end: field.selectionEnd };
  sought.value = "";
  narrow();
  picker.showModal();
  sought.focus();
}

/** Put a quotation at the caret, with the spaces or blank lines it needs around it. */
function insert(words) {
  const { field, start, end } = into;
  picker.close();
  const before = field.value.slice(0, start);
  const after = field.value.slice(end);
  const isBlock = words.startsWith(">");
  let text = words;
  if (isBlock) {
    if (before.trim()) text = `${"\n".repeat(Math.max(0, 2 - /\n*$/.exec(before)[0].length))}${text}`;
    text += "\n".repeat(Math.max(0, 2 - /^\n*/.exec(after)[0].length));
  } else {
    if (before && !/[\s(\[—–]$/.test(before)) text = ` ${text}`;
    if (after && !/^[\s.,;:!?)\]—–]/.test(after)) text += " ";
  }
  field.focus();
  field.setSelectionRange(start, end);
  // The old command alone lets the browser's own undo take it back.
  if (!document.execCommand?.("insertText", false, text)) {
    field.setRangeText(text, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

sought.addEventListener("input", narrow);
sought.addEventListener("keydown", (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
  if (event.key in steps) {
    event.preventDefault();
    point(active + steps[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    const item = list.children[active];
    if (item) insert(item.dataset.words);
  }
});
list.addEventListener("click", (event) => {
  const item = event.target.closest("li");
  if (item) insert(item.dataset.words);
});
picker.querySelector("button").addEventListener("click", () => picker.close());
picker.addEventListener("close", () => into?.field.focus());

function addButtons(root) {
  for (const field of root.querySelectorAll("textarea[data-prose]")) {
    const head = field.closest(".entry")?.querySelector(".entry-head");
    if (!head || field.closest(".empty-form") || head.querySelector(".insert-passage")) continue;
    const label = head.querySelector("label")?.textContent.replace(/:$/, "").trim() ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "insert-passage link-button";
    button.append("Insert passage");
    const where = document.createElement("span");
    where.className = "visually-hidden";
    where.textContent = ` into ${label}`;
    button.append(where);
    head.append(button);
  }
}

form.addEventListener("click", (event) => {
  const button = event.target.closest(".insert-passage");
  if (button) open(button.closest(".entry").querySelector("textarea[data-prose]"));
});

// ---- pin a holding to more passages

function offer(row) {
  const pins = row.querySelector(".pins");
  if (!pins || pins.dataset.offered || row.matches(".empty-form")) return;
  pins.dataset.offered = "yes";
  const there = new Set([...pins.querySelectorAll("input")].map((box) => box.value));
  const others = listed.filter((one) => !there.has(one.pk));
  if (!others.length) return;
  const field = row.querySelector("input[name$='-number']").name.replace(/number$/, "passages");
  const fold = document.createElement("details");
  fold.open = !there.size;
  const summary = document.createElement("summary");
  summary.textContent = `${others.length} ${there.size ? "other " : ""}marked passage${others.length === 1 ? "" : "s"}`;
  const boxes = document.createElement("div");
  boxes.className = "boxes";
  for (const one of others) {
    const line = document.createElement("div");
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = field;
    box.value = one.pk;
    box.dataset.what = "passages";
    const words = one.words.length > SHORT ? `${one.words.slice(0, SHORT)}…` : one.words;
    label.append(box, ` ${one.place}: ${words}`);
    line.append(label);
    boxes.append(line);
  }
  fold.append(summary, boxes);
  pins.append(fold);
  boxes.dispatchEvent(new Event("boxes:added", { bubbles: true }));
}

form.addEventListener("toggle", (event) => {
  const row = event.target.parentElement?.closest?.("#holdings-group .inline-related");
  if (row && event.target.open && event.target.parentElement === row) offer(row);
}, true);
document.addEventListener("formset:added", (event) => {
  addButtons(event.target);
  if (event.target.closest("#holdings-group")) offer(event.target);
});

document.body.classList.add("has-passages"); // the numbers of passages need not be typed now
addButtons(form);
for (const row of document.querySelectorAll("#holdings-group .inline-related")) {
  if (!row.querySelector("details") || row.querySelector(":scope > details[open]")) offer(row);
}
