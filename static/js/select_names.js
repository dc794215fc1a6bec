// Names the fields in which one searches for a row (select2 draws them) after their labels, for who does not see them.

addEventListener("load", () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const drawn = select.nextElementSibling?.querySelector(".select2-selection");
    const chosen = drawn?.querySelector("[role=textbox]");
    if (!label || !chosen) continue;
    label.id ||= `${select.id}-label`;
    chosen.setAttribute("aria-labelledby", label.id);
    drawn.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
  }
});
