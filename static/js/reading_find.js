// Steps through the places found in an opinion: n and p, or the two links, which lead to the first and last without it.

const box = document.querySelector("[data-find]");
const of = Number(box?.dataset.find ?? 0);
let at = Number(/^#found-(\d+)$/.exec(location.hash)?.[1] ?? 0);

// From a paragraph the address names, the next place is the first one after it.
function from(step) {
  if (at) return ((at - 1 + step + of) % of) + 1;
  const places = [...document.querySelectorAll(".found-place")];
  const after = places.findIndex((place) => place.getBoundingClientRect().top > 0);
  if (after < 0) return step > 0 ? 1 : of;
  return step > 0 ? after + 1 : ((after - 1 + of) % of) + 1;
}

function go(step) {
  at = from(step);
  show();
  location.replace(`#found-${at}`);
  document.getElementById(`found-${at}`).focus({ preventScroll: true });
}

function show() {
  box.querySelector(".find-count").textContent = at ? `${at} of ${of}` : `${of} place${of > 1 ? "s" : ""}`;
  for (const one of document.querySelectorAll(".found-now")) one.classList.remove("found-now");
  const place = document.getElementById(`found-${at}`);
  // The words stand before the place, some of them perhaps inside a link.
  const marks = [...document.querySelectorAll("mark.found")];
  const before = marks.filter((mark) => place && mark.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  before.pop()?.classList.add("found-now");
}

if (of) {
  for (const [step, words] of [[-1, "Previous"], [1, "Next"]]) {
    const link = box.querySelector(`[data-step="${step}"]`);
    if (of > 1) link.textContent = words;
    link.setAttribute("aria-keyshortcuts", step > 0 ? "n" : "p");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(step);
    });
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(-1);
  });
  addEventListener("hashchange", () => {
    const found = /^#found-(\d+)$/.exec(location.hash);
    if (found) {
      at = Number(found[1]);
      show();
    }
  });
  show();
}
