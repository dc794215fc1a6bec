// Holdings change places by their buttons, or by being dragged; the numbers follow. Nothing is saved by it.

const group = document.getElementById("holdings-group");
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
group.before(status);

const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
const numberOf = (row) => row.querySelector("input[name$='-number']");
const isTakenAway = (row) => row.querySelector("input[name$='-DELETE']")?.checked ?? false;
const name = group.querySelector(".inline-heading").textContent.trim().replace(/s$/, "");

/** Number the holdings in their order on the page. */
function number() {
  let next = 0;
  for (const row of rows()) {
    if (isTakenAway(row)) continue;
    next += 1;
    numberOf(row).value = next;
    const shown = row.querySelector(".row-number-now");
    if (shown) shown.textContent = next;
    for (const button of row.querySelectorAll(".row-move")) {
      const way = button.dataset.step === "-1" ? "up" : "down";
      button.querySelector(".visually-hidden").textContent = `Move ${way}: ${name.toLowerCase()} ${next}`;
    }
  }
  group.dispatchEvent(new Event("change", { bubbles: true }));
}

function tell(row, was) {
  const now = numberOf(row).value;
  const count = rows().filter((one) => !isTakenAway(one)).length;
  status.textContent = was === now
    ? `${name} ${now} stays where it is.` : `${name} ${was || "without a number"} is number ${now} of ${count} now.`;
}

function step(row, by) {
  const was = numberOf(row).value;
  const all = rows();
  const other = all[all.indexOf(row) + by];
  if (other) {
    if (by < 0) other.before(row);
    else other.after(row);
    number();
  }
  tell(row, was);
}

group.addEventListener("click", (event) => {
  const button = event.target.closest(".row-move");
  if (!button) return;
  event.preventDefault();
  const row = button.closest(".inline-related");
  step(row, Number(button.dataset.step));
  button.focus();
  row.scrollIntoView({ block: "nearest" });
});

// ---- by dragging

let dragged = null;
let began = "";

function addHandle(row) {
  const moves = row.querySelector(".row-moves");
  if (!moves || moves.querySelector(".row-handle")) return;
  const handle = document.createElement("span");
  handle.className = "row-handle";
  handle.draggable = true;
  handle.setAttribute("aria-hidden", "true"); // the buttons beside it do the same
  handle.title = "Drag to another place";
  handle.textContent = "⠿";
  moves.prepend(handle);
}

group.addEventListener("dragstart", (event) => {
  if (!event.target.classList?.contains("row-handle")) return;
  dragged = event.target.closest(".inline-related");
  began = numberOf(dragged).value;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  event.dataTransfer.setDragImage(dragged, 10, 10);
  dragged.classList.add("is-dragged");
});

group.addEventListener("dragover", (event) => {
  if (!dragged) return;
  event.preventDefault();
  const over = event.target.closest(".inline-related:not(.empty-form)");
  if (!over || over === dragged || !group.contains(over)) return;
  const box = over.getBoundingClientRect();
  const above = event.clientY < box.top + box.height / 2;
  const beside = above ? over.previousElementSibling : over.nextElementSibling;
  if (beside === dragged) return;
  if (above) over.before(dragged);
  else over.after(dragged);
});

group.addEventListener("drop", (event) => {
  if (dragged) event.preventDefault();
});

group.addEventListener("dragend", () => {
  if (!dragged) return;
  dragged.classList.remove("is-dragged");
  number();
  tell(dragged, began);
  dragged = null;
});

rows().forEach(addHandle);
