// Puts a citation on the clipboard, its case name in italics where the place it is pasted into knows them.
import { put } from "./clipboard.js";

const status = document.querySelector("[data-copied]");

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const plain = source.textContent.trim();
  if (!(await put(plain, source.innerHTML))) {
    getSelection().selectAllChildren(source);
    status.textContent = "The citation is selected; copy it with your keyboard.";
    return;
  }
  button.classList.add("copied");
  status.textContent = `Copied: ${plain}`;
  setTimeout(() => button.classList.remove("copied"), 2000);
}

// Beside the quoted words of a holding stands the citation with their pin, as the menu has it.
const pinned = new Map([...document.querySelectorAll("[data-pinned]")].map((row) => [row.dataset.pinned, row]));
for (const note of document.querySelectorAll("[data-pin]")) {
  const written = pinned.get(note.dataset.pin)?.querySelector(".cite-text");
  if (!written) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy copy-pinned";
  button.textContent = "Copy citation";
  button.setAttribute("aria-label", `Copy citation: ${written.textContent.trim()}`);
  button.dataset.copy = written.id;
  note.querySelector(".note-line").before(button);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
