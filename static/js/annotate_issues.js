// Issues by type-ahead over names and synonyms: a text field with a list under it, in place of the boxes; what is
// chosen stands before it and can be taken off. The boxes stay in the form, and are what is sent.

/** Enhance the issue boxes of a form that was just put on the page. */
export function issuesOf(form) {
  const list = form.querySelector(".issue-boxes");
  if (!list) return;
  const boxes = [...list.querySelectorAll("input")].map((box) => {
    const name = box.parentElement.textContent.trim();
    return { box, name, words: `${name}; ${box.dataset.words ?? ""}`.toLowerCase(), level: box.parentElement.className };
  });
  list.hidden = true;

  const field = document.createElement("input");
  field.type = "text";
  field.className = "issue-field";
  field.autocomplete = "off";
  field.placeholder = "Type a name or synonym";
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-label": "Issues: add one", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": "issue-list",
  })) field.setAttribute(name, value);
  const chosen = document.createElement("p");
  chosen.className = "issue-chosen";
  const menu = document.createElement("ul");
  menu.id = "issue-list";
  menu.className = "issue-list";
  menu.setAttribute("role", "listbox");
  menu.setAttribute("aria-label", "Issues");
  menu.hidden = true;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  list.before(chosen, field, menu, said);

  let offered = [];
  let at = -1;

  const showChosen = () => {
    chosen.replaceChildren(...boxes.filter(({ box }) => box.checked).map((one) => {
      const off = document.createElement("button");
      off.type = "button";
      off.textContent = `${one.name} ×`;
      off.setAttribute("aria-label", `Take off ${one.name}`);
      off.addEventListener("click", () => {
        one.box.checked = false;
        showChosen();
        field.focus();
      });
      return off;
    }));
    chosen.hidden = !chosen.childElementCount;
  };
  const close = () => {
    menu.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const point = (to) => {
    menu.children[at]?.setAttribute("aria-selected", "false");
    at = (to + offered.length) % offered.length;
    menu.children[at].setAttribute("aria-selected", "true");
    menu.children[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", menu.children[at].id);
  };
  const pick = (one) => {
    one.box.checked = true;
    showChosen();
    field.value = "";
    close();
    said.textContent = `${one.name} chosen.`;
  };
  const offer = () => {
    const asked = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    offered = boxes.filter(({ box, words }) => !box.checked && asked.every((word) => words.includes(word)));
    // what begins with the word comes before what merely has it
    if (asked.length) {
      const rank = ({ name, words }) => [name.toLowerCase(), words].findIndex((text) =>
        text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked[0])));
      offered.sort((a, b) => (rank(a) + 3) % 3 - (rank(b) + 3) % 3);
    }
    menu.replaceChildren(...offered.map((one, number) => {
      const line = document.createElement("li");
      line.id = `issue-choice-${number}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      line.className = asked.length ? "" : one.level;
      line.textContent = one.name;
      return line;
    }));
    at = -1;
    menu.hidden = !offered.length;
    field.setAttribute("aria-expanded", String(!menu.hidden));
    field.removeAttribute("aria-activedescendant");
    said.textContent = asked.length ? `${offered.length} ${offered.length === 1 ? "issue" : "issues"}.` : "";
    if (asked.length && offered.length) point(0);
  };
  field.addEventListener("input", offer);
  field.addEventListener("focus", () => { if (field.value) offer(); });
  field.addEventListener("click", () => { if (menu.hidden) offer(); });
  field.addEventListener("blur", close);
  // the press that chooses must not take the focus away first
  menu.addEventListener("mousedown", (event) => event.preventDefault());
  menu.addEventListener("click", (event) => {
    const number = [...menu.children].indexOf(event.target.closest("li"));
    if (number >= 0) pick(offered[number]);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (menu.hidden) offer();
      if (offered.length) point(event.key === "ArrowDown" ? at + 1 : Math.max(at, 0) - 1);
    } else if (event.key === "Enter") {
      if (at >= 0 && !menu.hidden) {
        event.preventDefault();
        pick(offered[at]);
      } else if (field.value) {
        event.preventDefault();
        said.textContent = "No issue has these words.";
      }
    } else if (event.key === "Escape" && !menu.hidden) {
      event.stopPropagation();
      close();
    } else if (event.key === "Backspace" && !field.value) {
      const last = boxes.filter(({ box }) => box.checked).pop();
      if (last) {
        last.box.checked = false;
        showChosen();
        said.textContent = `${last.name} taken off.`;
      }
    }
  });
  showChosen();
}
