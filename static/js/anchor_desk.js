// The anchor desk by keyboard: accept, retire, choose other words.

import { goTo, workByKeys } from "./cards.js";

const choose = (card) => {
  const other = card.querySelector(".anchor-other");
  if (!other) return;
  other.open = true;
  other.querySelector("textarea").focus();
};

const pressed = {
  a: (card) => card.querySelector("[name=act][value=accept]")?.click(),
  r: (card) => card.querySelector("[name=act][value=retire]")?.click(),
  c: choose,
};

workByKeys(".anchor", (key) => pressed[key]);

// After a decision the address names what comes next.
goTo(location.hash ? document.getElementById(location.hash.slice(1)) : null);
