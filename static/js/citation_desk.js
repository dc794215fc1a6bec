// The citation desk by keyboard: accept, dismiss, write a citation, choose a likely one by its number.

import { goTo, workByKeys } from "./cards.js";

const pressed = {
  a: (card) => card.querySelector("[name=decision][value=accept]")?.click(),
  d: (card) => card.querySelector("[name=decision][value=dismiss]")?.click(),
  "/": (card) => card.querySelector("[name=cite]").focus(),
};
const likely = (key) => (card) => card.querySelectorAll(".likely button")[Number(key) - 1]?.click();

workByKeys(".doubt", (key) => (/^[1-9]$/.test(key) ? likely(key) : pressed[key]));

// After a decision the address names what comes next.
const next = location.hash.startsWith("#citation-") ? document.querySelector(location.hash) : null;
if (next ?? location.hash === "#doubts") goTo(next ?? document.getElementById("doubts"));
