// Puts rows the server sends in the place of those on the page, keeping focus; numbers the marks anew.

import { forget, reading } from "./annotate_text.js";

const last = new Map();
const after = [];

/** What is to be done again whenever rows were put in. */
export const whenRowsChange = (work) => after.push(work);

/** Put rows in ({id: html}); those under a selection that is being drawn wait. Gives what had to wait. */
export function putRows(rows) {
  const waiting = {};
  const selection = document.getSelection();
  const drawing = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  let changed = false;
  for (const [id, html] of Object.entries(rows)) {
    const old = document.getElementById(id);
    if (!old || last.get(id) === html) continue;
    if (drawing && drawing.intersectsNode(old)) {
      waiting[id] = html;
      continue;
    }
    const held = old.contains(document.activeElement) ? document.activeElement.closest("[id]")?.id : null;
    const template = document.createElement("template");
    template.innerHTML = html;
    old.replaceWith(template.content.firstElementChild);
    last.set(id, html);
    changed = true;
    if (held) focusOn(document.getElementById(held));
  }
  if (changed) {
    forget();
    renumber();
    for (const work of after) work();
  }
  return waiting;
}

/** Give focus to a card, which does not take it by itself. */
export function focusOn(element) {
  if (!element) return;
  if (element.matches(".card")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function renumber() {
  reading.querySelectorAll(".card").forEach((card, at) => {
    const tag = document.getElementById(card.id.replace("annotation", "mark"));
    for (const one of [card.querySelector("h3 a") ?? card.querySelector("h3"), tag]) {
      const text = one?.firstChild;
      const numbered = text?.data.replace(/^\d+/, at + 1);
      if (text && text.data !== numbered) text.data = numbered;
    }
  });
}
