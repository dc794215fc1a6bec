// What the desk says: a line only screen readers hear, and a line everybody sees, with a button to undo.

const status = document.getElementById("desk-status");
const line = document.createElement("div");
line.className = "desk-said";
line.setAttribute("role", "status");
document.querySelector(".desk").append(line);
let fading = 0;

/** Say something to a screen reader. */
export function whisper(words) {
  status.textContent = "";
  setTimeout(() => { status.textContent = words; }, 100);
}

/** Say something to everybody; `undo` is what a button beside it does. */
export function tell(words, undo) {
  clearTimeout(fading);
  line.replaceChildren(words);
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Undo";
    button.addEventListener("click", () => {
      line.replaceChildren();
      undo();
    });
    line.append(" ", button);
  }
  if (!undo) fading = setTimeout(() => line.replaceChildren(), 8000);
}
