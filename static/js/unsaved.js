// Leaving a brief with words that were not saved, by a link or by one of its other buttons, asks first.

const form = document.getElementById("brief_form");
let unsaved = false;

form?.addEventListener("input", () => { unsaved = true; });
form?.addEventListener("submit", () => { unsaved = false; });
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
