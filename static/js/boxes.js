// Lists of boxes: a field above each narrows it as one types, and a line says what is ticked.

const labelOf = (box) => box.closest("label").textContent.trim();

function enhance(list) {
  if (list.dataset.enhanced || list.closest(".empty-form") || list.matches(".boxes-chosen")) return;
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

const enhanceAll = (root) => root.querySelectorAll("div.boxes").forEach(enhance);

enhanceAll(document);
// Django's admin says so when a form is added to a page.
document.addEventListener("formset:added", (event) => enhanceAll(event.target));
