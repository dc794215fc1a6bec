// Adds, resolves and reopens comments in place, so that what is being written in the form stays as it is. Without
// this script the same buttons send their small form and the page comes back at the same place.

const form = document.getElementById("comment-form");
const said = document.getElementById("comments-said");

form?.addEventListener("submit", async (event) => {
  const button = event.submitter;
  const here = button?.closest(".comments");
  if (!here) return;
  event.preventDefault();
  if (button.disabled) return;
  const box = here.querySelector("textarea");
  const isNew = button.name === "place";
  if (isNew && box.value.trim() === "") {
    say("Write the comment first.");
    box.focus();
    return;
  }
  const body = new FormData();
  if (isNew) {
    body.set("place", button.value);
    body.set(box.name, box.value);
  }
  button.disabled = true;
  try {
    const address = button.getAttribute("formaction") ?? form.action;
    let answer = await post(address, body);
    if (answer.status === 403 && !isTold(answer) && await renewed()) answer = await post(address, body);
    const kept = isTold(answer) ? await answer.json() : null;
    if (!answer.ok || kept === null) throw new Error(kept?.said ?? "");
    put(here, kept, isNew ? "" : (box?.value ?? ""));
  } catch (problem) {
    // What was typed stays in its box.
    say(problem.message || "This could not be kept. Your words are still in the box; try again, or sign in again first.");
    button.disabled = false;
  }
});

const isTold = (answer) => Boolean(answer.headers.get("Content-Type")?.startsWith("application/json"));

function post(address, body) {
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
}

// Who signed in anew meanwhile, in another window, sends with the new token.
async function renewed() {
  const address = document.getElementById("writing")?.dataset.unsaved;
  const answer = address ? await fetch(address, { headers: { Accept: "application/json" } }) : null;
  if (!answer?.ok || !isTold(answer)) return false;
  form.elements.csrfmiddlewaretoken.value = (await answer.json()).token;
  return true;
}

function put(here, kept, typed) {
  const fresh = new DOMParser().parseFromString(kept.html, "text/html").querySelector(".comments");
  here.replaceWith(fresh);
  const box = fresh.querySelector("textarea");
  if (typed && box) {
    box.value = typed;
    box.closest("details").open = true;
  }
  fresh.tabIndex = -1;
  fresh.focus({ preventScroll: true });
  renew(kept.list);
  recount(fresh.closest(".inline-related"));
  say(kept.said);
}

// A folded holding says in its heading how much of what was said of it is open.
function recount(holding) {
  const label = holding?.querySelector(".said-within");
  if (!label) return;
  const count = holding.querySelectorAll(".comments > .thread > .comment").length;
  label.textContent = `${count} open comment${count === 1 ? "" : "s"}`;
  label.hidden = count === 0;
}

function renew(list) {
  const old = document.getElementById("open-comments");
  const fresh = new DOMParser().parseFromString(list, "text/html").getElementById("open-comments");
  if (old && fresh) old.replaceWith(fresh);
}

// Spoken aloud, and shown beside the box until the next thing is said.
function say(words) {
  if (said) said.textContent = words;
  document.querySelectorAll(".comment-said").forEach((one) => one.remove());
  const note = document.createElement("p");
  note.className = "comment-said";
  note.textContent = words;
  note.setAttribute("aria-hidden", "true");
  const active = document.activeElement?.closest(".comments");
  active?.append(note);
}

// A link to a comment opens whatever it is folded into.
function unfold() {
  const place = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  if (place) place.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", unfold);
if (/^#comments?-/.test(location.hash)) unfold();
