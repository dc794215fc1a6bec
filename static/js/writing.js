// The brief as it would be published, beside the form and anew while one types; with it the word counts and what is
// still missing. The server draws it by the code that publishes; here it is only put into its place.

const SILENCE = 700;
const LONGEST = 2500; // how long somebody may type on before the preview follows

const form = document.getElementById("brief_form");
const desk = document.getElementById("writing");
const pane = document.getElementById("live");
const state = document.getElementById("live-state");
const bar = document.getElementById("writing-bar");
const wide = matchMedia("(min-width: 75rem)");
const LEFT_OUT = ".masthead, .colophon, .skip-link, .preview-note, .breadcrumbs, .contents, .actions, #editions, script";

// ---- the preview

const frame = document.createElement("iframe");
frame.title = "Preview of the brief";
frame.className = "live-frame";
frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
pane.append(frame);

let drawn = false;

function draw(html) {
  const read = new DOMParser().parseFromString(html, "text/html");
  read.querySelectorAll(LEFT_OUT).forEach((one) => one.remove());
  read.documentElement.classList.add("in-pane");
  const theme = document.documentElement.dataset.theme;
  if (theme === "light" || theme === "dark") read.documentElement.dataset.theme = theme;
  for (const link of read.querySelectorAll("main a[href]")) {
    if (link.getAttribute("href").startsWith("#")) continue;
    link.target = "_blank";
    link.rel = "noopener";
  }
  const shown = frame.contentDocument?.querySelector("main");
  if (drawn && shown) {
    shown.replaceWith(frame.contentDocument.adoptNode(read.querySelector("main")));
    return;
  }
  drawn = true;
  frame.addEventListener("load", () => {
    frame.contentDocument.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href^='#']");
      if (!link) return;
      event.preventDefault(); // its address would be the form's
      show(link.getAttribute("href").slice(1));
    });
  }, { once: true });
  frame.srcdoc = `<!doctype html>${read.documentElement.outerHTML}`;
}

function show(id) {
  frame.contentDocument?.getElementById(id)?.scrollIntoView({ block: "start" });
}

/** Bring the part of the preview into view that belongs to a field. */
function follow(field) {
  const row = field.closest("#holdings-group .inline-related");
  if (row) show(`holding-${row.querySelector("input[name$='-number']")?.value}`);
  else if (field.dataset.prose) show(field.name);
}

// ---- asking for it

let timer = 0;
let since = 0;
let asking = false;
let again = false;

async function ask() {
  clearTimeout(timer);
  since = 0;
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  state.textContent = "…";
  try {
    const answer = await fetch(desk.dataset.live, {
      method: "POST", body: new FormData(form), redirect: "manual", headers: { Accept: "application/json" },
    });
    if (answer.ok) {
      const told = await answer.json();
      draw(told.html);
      count(told);
      check(told.missing);
      state.textContent = "";
    } else {
      state.textContent = "not up to date";
    }
  } catch {
    state.textContent = "not up to date";
  }
  asking = false;
  if (again) {
    again = false;
    ask();
  }
}

function soon() {
  since ||= Date.now();
  clearTimeout(timer);
  timer = setTimeout(ask, Math.max(0, Math.min(SILENCE, since + LONGEST - Date.now())));
}

const typed = (event) => {
  if (!event.target.form || event.target.form === form) soon();
};
form.addEventListener("input", typed);
form.addEventListener("change", typed);
document.addEventListener("formset:added", soon);
document.addEventListener("formset:removed", soon);
form.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea")) follow(event.target);
});

// ---- words

const words = (count) => `${count.toLocaleString("en-US")} word${count === 1 ? "" : "s"}`;

function count({ counts, total }) {
  for (const field of form.querySelectorAll("[data-prose]")) {
    const told = field.closest(".entry")?.querySelector(".word-count");
    if (told && field.name in counts) told.textContent = words(counts[field.name]);
  }
  document.getElementById("words-total").textContent = words(total);
}

// ---- what is missing

const opener = document.createElement("button");
opener.type = "button";
opener.className = "bar-missing link-button";
opener.id = "bar-missing";
opener.setAttribute("aria-expanded", "false");
opener.setAttribute("aria-controls", "missing-panel");
const before = document.getElementById("bar-missing");
opener.textContent = before.textContent;
before.replaceWith(opener);
const panel = document.createElement("div");
panel.id = "missing-panel";
panel.className = "missing-panel";
panel.hidden = true;
opener.before(panel);
let gaps = null;

function listOf(missing) {
  const list = document.createElement("ul");
  list.className = "checklist";
  for (const { sentence, href } of missing) {
    const item = document.createElement("li");
    const words = href ? document.createElement("a") : document.createElement("span");
    if (href) words.href = href;
    words.textContent = sentence;
    item.append(words);
    list.append(item);
  }
  return list;
}

function check(missing) {
  gaps = missing;
  opener.textContent = missing.length
    ? `${missing.length} thing${missing.length === 1 ? "" : "s"} missing` : "Nothing is missing";
  opener.classList.toggle("is-ready", !missing.length);
  if (!panel.hidden) fill();
  const above = document.querySelector("#way .checklist");
  if (above) {
    const fresh = listOf(missing);
    fresh.setAttribute("aria-labelledby", "missing-title");
    above.replaceWith(fresh);
    document.getElementById("missing-title").textContent = missing.length
      ? `Still missing before it can be published (${missing.length})` : "Nothing is missing now; save it";
  }
}

function fill() {
  const list = listOf(gaps ?? []);
  panel.replaceChildren(list);
  if (!list.children.length) panel.textContent = "No part of the brief is missing.";
}

function toggle(open) {
  panel.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) fill();
  else panel.replaceChildren();
}

opener.addEventListener("click", () => toggle(panel.hidden));
bar.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) {
    toggle(false);
    opener.focus();
  }
});

/** Go to the field that mends a gap, out of whatever it is folded away in. */
document.addEventListener("click", (event) => {
  const link = event.target.closest(":is(.checklist, .checked-off) a[href^='#']");
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  toggle(false);
  choose("form");
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const within = target.closest(".boxes-frame") ?? target; // where one types to find a box
  const field = target.matches("input, textarea, select") && !target.hidden
    ? target : within.querySelector("input:not([type=hidden]), textarea, select, summary") ?? target;
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
});

// ---- beside the form where there is room, else in its place

const chooser = document.createElement("div");
chooser.className = "live-chooser";
chooser.setAttribute("role", "group");
chooser.setAttribute("aria-label", "Show");
const choices = [["form", "Form"], ["preview", "Preview"]].map(([name, label]) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet";
  button.textContent = label;
  button.addEventListener("click", () => choose(name));
  return [name, button];
});
chooser.append(...choices.map(([, button]) => button));
desk.prepend(chooser);
let chosen = "form";

function choose(name) {
  chosen = name;
  arrange();
}

function arrange() {
  for (const [name, button] of choices) button.setAttribute("aria-pressed", String(name === chosen));
  chooser.hidden = wide.matches;
  pane.hidden = !wide.matches && chosen !== "preview";
  document.getElementById("content-main").classList.toggle("is-covered", !wide.matches && chosen === "preview");
}

wide.addEventListener("change", arrange);
desk.classList.add("has-live");
arrange();
ask();
