// Lists of boxes: a field above each narrows it as one types, and a line says what is ticked.

const labelOf = (box) => box.closest("label").textContent.trim();

function enhance(list) {
  if (list.dataset.enhanced || list.closest(".empty-form")) return;
  list.dataset.enhanced = "yes";
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  if (boxes.length < 6) return;
  const what = boxes[0].dataset.what;

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
      const text = box.dataset.words ?? labelOf(box).toLowerCase();
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

// A plain list of issues becomes boxes when its fold is opened; what each is found by stands once on the page, in the
// boxes of the whole brief.
function unfold(select) {
  if (select.hidden || select.closest(".empty-form")) return;
  const list = document.createElement("div");
  list.className = "boxes";
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", "Issues");
  for (const option of select.options) {
    const known = document.querySelector(`#id_issues input[value="${CSS.escape(option.value)}"]`);
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = option.selected;
    box.className = known?.className ?? "";
    box.dataset.what = "issues";
    box.dataset.words = known?.dataset.words ?? option.text.toLowerCase();
    box.addEventListener("change", () => { option.selected = box.checked; });
    const label = document.createElement("label");
    label.append(box, ` ${option.text}`);
    const line = document.createElement("div");
    line.append(label);
    list.append(line);
  }
  select.hidden = true;
  select.after(list);
  enhance(list);
}

function enhanceAll(root) {
  root.querySelectorAll("div.boxes").forEach(enhance);
  for (const select of root.querySelectorAll("select.issue-select")) {
    const fold = select.closest("details");
    if (!fold || fold.open) unfold(select);
  }
}

enhanceAll(document);
// Django's admin says so when a form is added to a page; a script of ours, when it added boxes.
document.addEventListener("formset:added", (event) => enhanceAll(event.target));
document.addEventListener("boxes:added", (event) => enhance(event.target));
document.addEventListener("toggle", (event) => {
  if (event.target.open) event.target.querySelectorAll("select.issue-select").forEach(unfold);
}, true);
