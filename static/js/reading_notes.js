// On the widest screens footnotes stand whole in the margin, each beside its call; else they stay at the end.
// A note that would come to stand too far below its call stays at the end too.

const wide = matchMedia("(min-width: 104rem)");
const frame = document.querySelector(".layout-opinion");
const list = document.querySelector(".footnotes");
const notes = [...list.querySelectorAll("ol > li")];
const AIR = 12; // pixels between two notes

function calls(note) {
  return document.querySelector(`.call a[href="#${CSS.escape(note.id)}"]`);
}

function back() {
  for (const note of notes) {
    note.classList.remove("beside");
    note.style.top = "";
  }
  list.classList.remove("all-beside");
}

function lay() {
  back();
  if (!wide.matches) return;
  const top = frame.getBoundingClientRect().top;
  let free = 0;
  let left = 0;
  for (const note of notes) {
    const call = calls(note);
    if (!call || list.contains(call)) {
      left += 1;
      continue;
    }
    note.classList.add("beside");
    const wanted = call.getBoundingClientRect().top - top;
    const at = Math.max(wanted, free);
    if (at - wanted > innerHeight) {
      note.classList.remove("beside");
      left += 1;
      continue;
    }
    note.style.top = `${Math.round(at)}px`;
    free = at + note.offsetHeight + AIR;
  }
  list.classList.toggle("all-beside", left === 0);
}

let waiting = 0;
function again() {
  clearTimeout(waiting);
  waiting = setTimeout(lay, 150);
}

lay();
document.fonts.ready.then(lay);
addEventListener("resize", again);
addEventListener("beforeprint", back);
addEventListener("afterprint", lay);
