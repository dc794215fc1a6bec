// What is typed into a brief is kept on the server after some seconds of silence; leaving it unsaved asks first.

const SILENCE = 5000;
const LONGEST = 30000; // how long somebody may type on before it is kept

const form = document.getElementById("brief_form");
const desk = document.getElementById("writing");
const line = document.getElementById("kept-line");
const problem = document.createElement("span");
problem.id = "kept-problem";
problem.className = "bar-problem";
problem.setAttribute("role", "alert");

let unsaved = desk.dataset.changed === "yes";
let signedOut = false;
let stopped = false;
let waiting = 0;
let since = 0;
let another = false; // somebody else signed in, in another window of this browser
let sending = "";
let keeping = null;

const say = (words) => {
  line.textContent = words;
  problem.remove();
};

function warn(words, link) {
  if (problem.isConnected && problem.textContent.startsWith(words)) return; // it is read out once
  line.textContent = "";
  line.after(problem);
  problem.textContent = words;
  if (!link) return;
  const anchor = document.createElement("a");
  anchor.href = link;
  anchor.target = "_blank";
  anchor.rel = "opener";
  anchor.textContent = "Sign in in another window";
  problem.append(" ", anchor);
}

function isSignedOut() {
  signedOut = true;
  warn("You are signed out; your words are still here, and are saved once you signed in.", desk.dataset.login);
}

/** Ask for the token that a form is sent with; a new one comes with every sign-in. Tells whether all is well. */
async function refresh() {
  const answer = await fetch(desk.dataset.unsaved, { redirect: "manual", headers: { Accept: "application/json" } });
  if (answer.type === "opaqueredirect" || !answer.ok) return false;
  const { token, who } = await answer.json();
  another = who !== desk.dataset.who;
  if (another) {
    warn(`You are signed in as ${who} now; these are the words of ${desk.dataset.who}, who has to sign in to save them.`);
    return false;
  }
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  signedOut = false;
  problem.remove();
  return true;
}

async function keep(again = true) {
  clearTimeout(waiting);
  since = 0;
  if (stopped || another) return;
  let answer;
  try {
    answer = await fetch(desk.dataset.unsaved, {
      method: "POST", body: new FormData(form), redirect: "manual", headers: { Accept: "application/json" },
    });
  } catch {
    warn("The server does not answer; what you type is not kept until it does.");
    waiting = setTimeout(keep, 3 * SILENCE);
    return;
  }
  if (answer.type === "opaqueredirect") {
    isSignedOut();
    return;
  }
  const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
  if (answer.status === 403 && !isJson && again) { // the token of another sign-in
    if (await refresh().catch(() => false)) await keep(false);
    else if (!another) isSignedOut();
    return;
  }
  const told = isJson ? await answer.json() : { said: "What you type could not be kept; save it soon." };
  if (answer.ok) {
    form.elements.kept.value = told.kept;
    say(told.said);
  } else {
    stopped = answer.status === 409 || answer.status === 403;
    warn(told.said);
  }
}

function typed(event) {
  if (event.target.form && event.target.form !== form) return; // a comment is sent by itself
  unsaved = true;
  since ||= Date.now();
  clearTimeout(waiting);
  waiting = setTimeout(() => { keeping = keep(); }, Math.max(0, Math.min(SILENCE, since + LONGEST - Date.now())));
}

form.addEventListener("input", typed);
form.addEventListener("change", typed);
document.addEventListener("formset:added", typed);
document.addEventListener("formset:removed", typed);

// A save is sent once, and only when the server has said that its writer is signed in: a form that comes back from
// the sign-in page would be empty.
form.addEventListener("submit", (event) => {
  if (event.submitter?.formTarget) return; // a preview, in a window of its own
  if (sending === "now") {
    sending = "sent";
    setTimeout(() => { sending = ""; }, SILENCE);
    return;
  }
  event.preventDefault();
  if (sending) return;
  sending = "asking";
  refresh().then((well) => {
    sending = well ? "now" : "";
    if (well) {
      clearTimeout(waiting);
      unsaved = false;
      form.requestSubmit(event.submitter ?? undefined);
    } else if (!another) {
      isSignedOut();
    }
  }).catch(() => {
    sending = "";
    warn("The server does not answer, so nothing is saved yet; your words are still here. Try again.");
  });
});

addEventListener("pageshow", () => { sending = ""; });

const back = async () => {
  if ((signedOut || another) && document.visibilityState === "visible" && await refresh().catch(() => false)) keeping = keep();
};
document.addEventListener("visibilitychange", back);
addEventListener("focus", back);

addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
