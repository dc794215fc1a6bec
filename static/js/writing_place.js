// Who saves and goes on writing stays where they were: the field they wrote in comes back under the eyes, with the focus.

const KEY = "pincite.place";
const form = document.getElementById("brief_form");
const line = document.getElementById("kept-line");
let last = null;

form.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea, input:not([type=submit]), select") && event.target.id) last = event.target;
});

form.addEventListener("submit", (event) => {
  sessionStorage.removeItem(KEY);
  if (event.submitter?.name !== "_continue" || !last) return;
  const place = { path: location.pathname, id: last.id, top: last.getBoundingClientRect().top };
  sessionStorage.setItem(KEY, JSON.stringify(place));
});

const kept = sessionStorage.getItem(KEY);
sessionStorage.removeItem(KEY);
const place = kept && JSON.parse(kept);
const field = place?.path === location.pathname ? document.getElementById(place.id) : null;
// Where nothing was saved the page's first lines say why, and are what has to be read.
if (field && document.querySelector(".messagelist .success") && !document.querySelector(".held-back, .errornote")) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const top = Math.min(Math.max(place.top, 0), innerHeight / 2);
  scrollTo({ top: scrollY + field.getBoundingClientRect().top - top, behavior: "instant" });
  field.focus({ preventScroll: true });
  setTimeout(() => {
    line.textContent ||= "Saved.";
  }, 100);
}
