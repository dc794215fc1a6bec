// Names what other scripts draw after the labels of the fields it serves, for who does not see where it stands: the
// fields in which one searches for a row (select2), and the two links beside a date (Django's).

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
  for (const icon of document.querySelectorAll("a[id^='calendarlink']:not([aria-label])")) {
    const field = icon.closest(".datetimeshortcuts").parentElement.querySelector(".vDateField");
    const label = document.querySelector(`label[for="${field?.id}"]`)?.textContent.replace(/:$/, "").trim() ?? "";
    icon.setAttribute("aria-label", `Choose a date: ${label}`);
    icon.parentElement.querySelector("a").setAttribute("aria-label", `Today: ${label}`);
  }
}

// select2 draws them at some moment of its own, and draws them again for rows that are added.
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
name();
