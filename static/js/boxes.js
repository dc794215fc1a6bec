// Lists of boxes: a field above each narrows it as one types, and a line says what is ticked.

const labelOf = (box) => box.closest("label").textContent.trim();

function enhance(list) {
  if (list.dataset.enhanced || list.closest(".empty-form")) return;
  list.dataset.enhanced = "yes";
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  if (boxes.length < 6) return;
  const what = list.dataset.what ?? boxes[0].dataset.what;

  const field = document.createElement("input");
  field.type = "search";
  field.className = "boxes-filter";
  field.placeholder = what === "issues" ? "Type a name or synonym" : "Type some of the words";
  field.setAttribute("aria-label", `Find ${what}`);
  const ticked = document.createElement("p");
  ticked.className = "boxes-ticked";
  const found = document.createElement("p");
  found.className = "visually-hidden";
  found.setAttribute("role", "status");
  const frame = document.createElement("div");
  frame.className = "boxes-frame";
  list.before(frame);
  frame.append(ticked, field, list, found);

  const tell = () => {
    const names = boxes.filter((box) => box.checked).map((box) => {
      const name = labelOf(box);
      return name.length > 90 ? `${name.slice(0, 90)}…` : name;
    });
    ticked.textContent = names.length ? `Chosen: ${names.join("; ")}` : "";
    ticked.hidden = !names.length;
  };
  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const box of boxes) {
      const text = `${labelOf(box)} ${box.dataset.words ?? ""}`.toLowerCase();
      const fits = words.every((word) => text.includes(word));
      box.closest("label").parentElement.hidden = !fits;
      count += fits ? 1 : 0;
    }
    found.textContent = words.length ? `${count} of ${boxes.length} ${what} shown.` : "";
  };
  list.addEventListener("change", tell);
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // the form is not sent by it
  });
  tell();
}

// A proposition's issues become the whole list when its fold is opened, as it stands once on the page in the boxes of
// the brief, with the words by which each is found.
function unfold(ticks) {
  if (ticks.dataset.whole || ticks.closest(".empty-form")) return;
  const taxonomy = [...document.querySelectorAll("#id_issues input[type=checkbox]")];
  if (!taxonomy.length) return;
  ticks.dataset.whole = "yes";
  const typing = ticks.contains(document.activeElement);
  const { name, value } = ticks.querySelector("input[type=text]");
  const ticked = new Set([...ticks.querySelectorAll("input:checked")].map((box) => box.value));
  const typed = new Set(value.split(";").map((one) => one.trim().toLowerCase()).filter(Boolean));
  ticks.replaceChildren(...taxonomy.map((known) => {
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name, value: known.value, className: known.className });
    box.checked = ticked.has(known.value) || typed.delete(labelOf(known).toLowerCase());
    Object.assign(box.dataset, known.dataset);
    const label = document.createElement("label");
    label.append(box, ` ${labelOf(known)}`);
    const line = document.createElement("div");
    line.append(label);
    return line;
  }));
  ticks.className = "boxes";
  ticks.dataset.what = "issues";
  ticks.setAttribute("role", "group");
  ticks.setAttribute("aria-label", "Issues");
  enhance(ticks);
  if (typing) ticks.parentElement.querySelector(".boxes-filter").focus();
}

function enhanceAll(root) {
  root.querySelectorAll("div.boxes").forEach(enhance);
  for (const ticks of root.querySelectorAll("div.issue-ticks")) {
    const fold = ticks.closest("details");
    if (!fold || fold.open) unfold(ticks);
  }
}

enhanceAll(document);
// Django's admin says so when a form is added to a page; a script of ours, when it added boxes.
document.addEventListener("formset:added", (event) => enhanceAll(event.target));
document.addEventListener("boxes:added", (event) => enhance(event.target));
document.addEventListener("toggle", (event) => {
  if (event.target.open) event.target.querySelectorAll("div.issue-ticks").forEach(unfold);
}, true);
