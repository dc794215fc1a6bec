// While one types into a search box, names of cases, authorities and issues are offered: a combobox with a list, as the
// ARIA Authoring Practices have it. Enter on one of them opens its page (a filter's field takes its name instead);
// without a choice the words are searched for. The boxes work without this.

const WAIT = 150; // milliseconds after the last key
const SHORTEST = 2;
let boxes = 0;

class Box {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=search], input[type=text]");
    this.options = [];
    this.at = -1;
    this.asked = 0;
    this.list = document.createElement("ul");
    this.list.id = `offered-${++boxes}`;
    this.list.className = "offered-list";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Names that begin so");
    this.field.after(this.list);
    this.says = document.createElement("span");
    this.says.className = "visually-hidden";
    this.says.setAttribute("aria-live", "polite");
    this.field.after(this.says);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(roles)) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    this.field.addEventListener("blur", () => this.close());
    // Before the field loses the focus, or the list would be gone when the button comes up.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(this.options.indexOf(option));
    });
  }

  typed() {
    clearTimeout(this.timer);
    const typed = this.field.value.trim();
    const number = ++this.asked;
    if (typed.length < SHORTEST) {
      this.close();
      return;
    }
    this.timer = setTimeout(async () => {
      const query = new URLSearchParams({ as: "json", q: typed, only: this.form.dataset.only ?? "" });
      const answer = await fetch(`${this.form.dataset.suggest}?${query}`).catch(() => null);
      if (!answer?.ok || number !== this.asked) return;
      const { suggestions } = await answer.json();
      if (number === this.asked && document.activeElement === this.field) this.open(suggestions);
    }, WAIT);
  }

  open(suggestions) {
    this.options = suggestions.map((one, at) => {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.address = one.address;
      option.dataset.name = one.name;
      const name = document.createElement("span");
      name.textContent = one.name;
      const what = document.createElement("span");
      what.className = "count";
      what.textContent = one.what;
      option.append(name, " ", what);
      return option;
    });
    this.list.replaceChildren(...this.options);
    this.mark(-1);
    const any = this.options.length > 0;
    this.list.hidden = !any;
    this.field.setAttribute("aria-expanded", String(any));
    this.says.textContent = any ? `${this.options.length} names, use the arrow keys` : "";
  }

  close() {
    this.asked += 1;
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  mark(at) {
    this.options[this.at]?.setAttribute("aria-selected", "false");
    this.at = at;
    const option = this.options[at];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  pressed(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) {
        if (event.key === "ArrowDown") this.typed();
        return;
      }
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = this.options.length + 1; // one of them is the field itself
      this.mark(((this.at + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && open && this.at >= 0) {
      event.preventDefault();
      this.take(this.at);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    }
  }

  take(at) {
    const { address, name } = this.options[at].dataset;
    this.close();
    if (this.form.dataset.only) {
      this.field.value = name;
      this.form.requestSubmit();
    } else {
      location.assign(address);
    }
  }
}

for (const form of document.querySelectorAll("form[data-suggest]")) {
  if (!form.dataset.offering) {
    form.dataset.offering = "yes";
    new Box(form);
  }
}
