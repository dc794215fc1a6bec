// Asks the server for parts of the page instead of a page.

const LOST = "The server did not answer; nothing is lost here. Try again.";
const SIGNED_OUT = "You are signed out. Sign in again in another window, then save here: nothing is lost.";

export const token = () => document.querySelector(".desk [name=csrfmiddlewaretoken]").value;

/** Gives {ok, status, told}; `told.problem` is a sentence when the answer was no answer of the desk. */
export async function ask(address, options = {}) {
  try {
    const answer = await fetch(address, {
      credentials: "same-origin",
      ...options,
      headers: { Accept: "application/json", ...options.headers },
    });
    if (answer.status === 304) return { ok: true, status: 304, told: {} };
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
      const problem = answer.redirected || answer.ok ? SIGNED_OUT : `This could not be done (${answer.status}).`;
      return { ok: false, status: answer.status, told: { problem } };
    }
    return { ok: answer.ok, status: answer.status, told: await answer.json(), tag: answer.headers.get("ETag") };
  } catch {
    return { ok: false, status: 0, told: { problem: LOST } };
  }
}

/** Send fields as a form does; who signed in anew meanwhile, in another window, sends them with the new token. */
export async function send(address, fields) {
  const body = new URLSearchParams(fields);
  if (!body.has("csrfmiddlewaretoken")) body.set("csrfmiddlewaretoken", token());
  const answer = await ask(address, { method: "POST", body });
  if (answer.status !== 403 || !answer.told.problem || !await renewed()) return answer;
  body.set("csrfmiddlewaretoken", token());
  return ask(address, { method: "POST", body });
}

/** Take the token of the present sign-in into every form of the page; tells whether there is another one. */
async function renewed() {
  const { ok, told } = await ask(location.pathname);
  if (!ok) return false;
  const fresh = new DOMParser().parseFromString(told.panel, "text/html").querySelector("[name=csrfmiddlewaretoken]");
  if (!fresh) return false;
  document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = fresh.value; });
  return true;
}
