// Helps who reads a brief or an opinion: contents that follow, cards on citations and footnotes, links to copy.
// Everything here is on the page already; without this script the links alone do.

const said = document.createElement("p");
said.className = "visually-hidden";
said.setAttribute("role", "status");
document.querySelector("main").append(said);

// -- contents that follow the scroll --

const contents = new Map();
for (const link of document.querySelectorAll(".contents a[href^='#']")) {
  const target = document.getElementById(link.hash.slice(1));
  if (target) contents.set(target, link);
}

function follow() {
  const line = innerHeight / 3;
  let now = null;
  for (const [target, link] of contents) {
    if (target.getBoundingClientRect().top <= line) now = link;
  }
  const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  if (atEnd) now = [...contents.values()].pop();
  for (const link of contents.values()) {
    if (link === now) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (contents.size) {
  // What crosses a line at a third of the window, or comes into it, tells that another part is read.
  const seen = new IntersectionObserver(follow, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
  for (const target of contents.keys()) seen.observe(target.closest("section") ?? target);
  addEventListener("scrollend", follow);
  follow();
}

// -- cards --

const card = document.createElement("div");
card.id = "card";
card.className = "card";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.querySelector("main").append(card);
let owner = null;
let waiting = 0;

function line(kind, words) {
  const one = document.createElement("p");
  one.className = kind;
  one.append(words);
  return one;
}

function told(element) {
  const words = element.cloneNode(true);
  for (const hidden of words.querySelectorAll(".visually-hidden")) hidden.remove();
  return words.textContent.replace(/\s+/g, " ").trim();
}

// Reads what the page's own table of authorities says of a citation, or the footnote a call leads to.
function lines(link) {
  if (link.closest(".call")) {
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return [];
    const words = [...note.querySelectorAll(".para-words > p, .para-words > blockquote")].map(told).join(" ");
    return [line("card-kind", `Footnote ${link.textContent.replace(/\D/g, "")}`), line("card-words", words)];
  }
  const slug = new URL(link.href).pathname.split("/").filter(Boolean).pop();
  const row = document.querySelector(`[data-authority="${CSS.escape(slug)}"]`);
  if (!row || row.contains(link)) return [];
  const heading = row.parentElement.previousElementSibling?.cloneNode(true);
  heading?.querySelector(".count")?.remove();
  const name = document.createElement("p");
  name.className = "card-name";
  for (const node of row.querySelector(".authority-line a").childNodes) name.append(node.cloneNode(true));
  const leads = row.querySelector(".leads a");
  const where = leads ? (leads.pathname.startsWith("/opinions/") && leads.host === location.host ? "held here" : `text at ${told(leads)}`) : "";
  const cited = row.querySelector(".times-cited");
  const more = ["Leads to its page here", where, cited ? told(cited) : ""].filter(Boolean).join(" · ");
  return [line("card-kind", heading ? told(heading) : ""), name, line("card-more", more)];
}

function show(link) {
  clearTimeout(waiting);
  if (owner === link) return;
  hide();
  const found = lines(link);
  if (!found.length) return;
  card.replaceChildren(...found);
  card.hidden = false;
  owner = link;
  link.setAttribute("aria-describedby", card.id);
  // Under the line it is asked on, over it where there is no room below; never beside the window.
  const boxes = [...link.getClientRects()];
  const box = boxes[boxes.length - 1];
  const low = box.bottom + card.offsetHeight + 8 > innerHeight && box.top > card.offsetHeight + 8;
  const frame = card.offsetParent.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8));
  card.style.left = `${left - frame.left}px`;
  card.style.top = `${(low ? boxes[0].top - card.offsetHeight - 2 : box.bottom + 2) - frame.top}px`;
}

function hide() {
  clearTimeout(waiting);
  owner?.removeAttribute("aria-describedby");
  owner = null;
  card.hidden = true;
}

function soon(work, wait) {
  clearTimeout(waiting);
  waiting = setTimeout(work, wait);
}

const asks = "a.cite, .call a";
document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || !(event.target instanceof Element)) return;
  const link = event.target.closest(asks);
  if (link) soon(() => show(link), owner ? 100 : 250);
  else if (event.target.closest(".card")) clearTimeout(waiting);
  else if (owner && owner !== document.activeElement) soon(hide, 300);
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches(asks) && event.target.matches(":focus-visible")) show(event.target);
  else if (owner) hide();
});
document.addEventListener("focusout", (event) => {
  if (event.target === owner) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && owner) hide();
});

// -- a link to copy, beside the holding or paragraph that is pointed at or has the keyboard --

const tools = document.createElement("span");
tools.className = "copy-tools";
const copies = document.createElement("button");
copies.type = "button";
copies.className = "copy-link";
copies.textContent = "Copy link";
tools.append(copies);
let place = null;

function offer(next) {
  if (next === place || (place && tools.querySelector(":focus-visible"))) return;
  place = next;
  const name = place.matches(".holding") ? place.querySelector("h3 > .holding-number") : place.querySelector("a.para-number");
  if (!name) return;
  copies.textContent = "Copy link";
  copies.setAttribute("aria-label", `Copy link to ${name.textContent.trim().replace(/\.$/, "")}`);
  name.after(tools);
  tools.dispatchEvent(new Event("offered", { bubbles: true })); // reading_cite.js adds the citation
}

async function copy() {
  const address = new URL(`#${place.id}`, location.href.split("?")[0]).href;
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = "The link is copied.";
    copies.textContent = "Copied";
  } catch {
    location.hash = place.id;
    said.textContent = "The address of this place is in the address bar now; copy it from there.";
    copies.textContent = "See the address bar";
  }
}

if (document.querySelector("[data-copy-links]")) {
  copies.addEventListener("click", copy);
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const next = event.target instanceof Element && event.target.closest(".holding[id], .para[id]");
      if (next && !event.target.matches(".found-place")) offer(next);
    });
  }
}
