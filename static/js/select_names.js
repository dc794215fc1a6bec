// Names the fields in which one searches for a row (select2 draws them) after their labels, for who does not see them.

function name() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const drawn = select.nextElementSibling?.querySelector(".select2-selection");
    const chosen = drawn?.querySelector("[role=textbox]");
    if (!label || !chosen || chosen.hasAttribute("aria-labelledby")) continue;
    label.id ||= `${select.id}-label`;
    chosen.setAttribute("aria-labelledby", label.id);
    drawn.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
  }
}

// select2 draws them at some moment of its own, and draws them again for rows that are added.
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
name();
