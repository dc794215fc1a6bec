// The text desk by keyboard and by selection. Everything it does is also done by the page's own forms.
//
// The keys count only while a block of the text or a finding has the focus, never in a field, and can be turned off
// (WCAG 2.1.4). They are plain letters: browsers and screen readers keep theirs.

import { chosenIn } from "./text_desk_selection.js";

const column = document.getElementById("text-column");
const status = document.getElementById("desk-status");
const help = document.getElementById("text-keys");
const on = document.getElementById("keys-on");
const stops = [...document.querySelectorAll(".block, .block .finding")];
const blocks = stops.filter((one) => one.matches(".block"));
const findings = stops.filter((one) => one.matches(".finding"));
const mayChange = "change" in column.dataset;
const KEPT = "text-desk";
// What is done at once, and what needs something typed first.
const AT_ONCE = { b: "join", p: "paragraph", m: "centred" };
const AT_WORDS = { n: "split", c: "call", q: "blockquote" }; // q marks the whole block where no words are chosen
const WITH_NUMBER = { f: "footnote", g: "page" };

const say = (words) => { status.textContent = ""; setTimeout(() => { status.textContent = words; }, 50); };

function goTo(stop) {
  if (!stop) return say("There is no further one.");
  for (const one of blocks) one.tabIndex = -1;
  (stop.closest(".block") ?? stop).tabIndex = 0;
  stop.focus({ preventScroll: true });
  const { top, bottom } = stop.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight - 20) stop.scrollIntoView({ block: top < 60 || bottom - top > innerHeight ? "start" : "nearest" });
  return null;
}

/** The stop after a place (or before it), of a list in the order of the page. */
function next(list, from, by) {
  const after = Node.DOCUMENT_POSITION_FOLLOWING;
  const beyond = list.filter((one) => one !== from && Boolean(from.compareDocumentPosition(one) & after) === by > 0);
  return by > 0 ? beyond[0] : beyond.filter((one) => !one.contains(from)).at(-1);
}

/** Send an act as the block's form would, and come back to the same place on the screen. */
function send(block, act, more = {}) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = column.dataset.change;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const fields = { csrfmiddlewaretoken: token, act, passage: block.dataset.passage, seen: column.dataset.seen, ...more };
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  form.hidden = true;
  document.body.append(form);
  keepPlace(block);
  form.requestSubmit();
}

function keepPlace(stop) {
  sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, top: stop.getBoundingClientRect().top }));
}

/** Open the block's own form, at one of its fields. */
function openForm(block, field = "") {
  const form = block.querySelector(".acts");
  keepPlace(block);
  if (form) return (form.querySelector(field || "input:not([type=hidden]), select, button")).focus();
  sessionStorage.setItem(`${KEPT}-field`, field || "button");
  location.assign(block.querySelector(".change-link").href);
  return null;
}

function atWords(block, act) {
  const chosen = chosenIn(block);
  if (chosen || act === "blockquote") return send(block, act, chosen ?? {});
  return openForm(block, `#at-${act}`);
}

function pressedInBlock(key, block) {
  if (AT_ONCE[key]) return send(block, AT_ONCE[key]);
  if (AT_WORDS[key]) return atWords(block, AT_WORDS[key]);
  if ("1234".includes(key)) return send(block, "heading", { "words-heading": key });
  if (WITH_NUMBER[key]) return openForm(block, `#words-${WITH_NUMBER[key]}`);
  if (key === "r") return location.assign(retypeOf(block));
  if (key === "Enter") return openForm(block);
  return false;
}

function retypeOf(block) {
  const address = new URL(column.dataset.change, location.href);
  address.pathname = address.pathname.replace(/text\/change\/$/, "correct/");
  address.search = `?passage=${block.dataset.passage}&back=desk`;
  return address.href;
}

function pressedAtFinding(key, finding) {
  const button = { y: "real", x: "none", a: "fixed" }[key];
  if (button) {
    const found = finding.querySelector(`[name=decision][value=${button}]`);
    if (found) found.click();
    else say("That cannot be decided here.");
  } else if (key === "w") finding.querySelector("[name=because]")?.focus();
  else return false;
  return true;
}

function pressed(event) {
  const stop = event.target;
  if (!stop.matches?.(".block, .finding") || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (key === "?") showHelp(stop);
  else if (!on.checked) return;
  else if (key === "j" || key === "k") goTo(next(blocks, stop.closest(".block"), key === "j" ? 1 : -1));
  else if (key === "d") goTo(next(findings, stop, 1) ?? findings.find((one) => one !== stop));
  else if (key === "u") undo(stop);
  else if (stop.matches(".finding")) { if (pressedAtFinding(key, stop) === false) return; }
  else if (!"bpmncqfgr1234".includes(key) && key !== "Enter") return;
  else pressedInBlock(key, stop);
  event.preventDefault();
}

/** Go to the help; Escape or another ? leads back to where the person was. */
function showHelp(stop) {
  help.open = true;
  help.scrollIntoView({ block: "center" });
  help.querySelector("summary").focus({ preventScroll: true });
  help.onkeydown = (event) => {
    if (event.key !== "Escape" && event.key !== "?") return;
    event.preventDefault();
    help.open = false;
    goTo(stop);
  };
}

function undo(stop) {
  const form = document.getElementById("undo-form");
  if (!form) return say("There is no change to undo.");
  keepPlace(stop);
  return form.requestSubmit();
}

function begin() {
  help.hidden = false;
  on.checked = localStorage.getItem(KEPT) !== "off";
  on.addEventListener("change", () => localStorage.setItem(KEPT, on.checked ? "on" : "off"));
  for (const one of blocks) one.tabIndex = -1;
  if (blocks[0]) blocks[0].tabIndex = 0;
  column.addEventListener("keydown", pressed);
  column.addEventListener("focusin", ({ target }) => {
    if (target.matches(".block")) for (const one of blocks) one.tabIndex = one === target ? 0 : -1;
  });
  // Selecting words puts the focus on their block, so that the keys work on them.
  column.addEventListener("pointerup", () => {
    const block = getSelection().anchorNode?.parentElement?.closest(".block");
    if (block && !getSelection().isCollapsed && !block.contains(document.activeElement)) block.focus({ preventScroll: true });
  });
  column.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("input, select")) event.target.closest(".finding, .block").focus();
  });
  document.addEventListener("submit", ({ target }) => {
    const stop = target.closest(".block");
    if (stop && !target.closest(".finding")) keepPlace(stop);
  });
}

/** After an act the address names its block: the focus goes there, and the block stands where it stood. */
function comeBack() {
  const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const stop = named?.closest(".finding, .block") ?? named;
  if (!stop || !(column.contains(stop) || stop.matches("#findings, #changes"))) return;
  const field = sessionStorage.getItem(`${KEPT}-field`);
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  sessionStorage.removeItem(`${KEPT}-field`);
  const target = (field && stop.querySelector(`.acts ${field}`)) || stop;
  if (stop.tabIndex < 0 && !stop.hasAttribute("tabindex")) stop.tabIndex = -1;
  requestAnimationFrame(() => {
    target.focus({ preventScroll: true });
    if (kept && kept.path === location.pathname) scrollBy(0, stop.getBoundingClientRect().top - kept.top);
    else stop.scrollIntoView({ block: stop.matches(".finding") ? "center" : "start" });
  });
  const message = document.querySelector(".messagelist li");
  if (message) setTimeout(() => say(message.textContent.trim()), 100);
}

if (mayChange) begin();
comeBack();
