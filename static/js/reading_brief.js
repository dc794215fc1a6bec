// The court's voice alone, switched without loading and kept in the address; and the reading list of this browser.

const brief = document.querySelector("article.brief");
const said = document.createElement("p");
said.className = "visually-hidden";
said.setAttribute("role", "status");
brief.append(said);

for (const link of document.querySelectorAll("[data-voices]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const courtOnly = link.dataset.voices === "court";
    brief.classList.toggle("court-only", courtOnly);
    for (const other of document.querySelectorAll("[data-voices]")) {
      if (other === link) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    history.replaceState(null, "", link.getAttribute("href") + location.hash);
    said.textContent = courtOnly ? "Only the court’s words are shown." : "Every voice is shown.";
  });
}

// Without storage (some browsers refuse it) the link leads to a list of this brief alone.
const KEY = "pincite.reading-list";

function kept() {
  try {
    const slugs = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(slugs) ? slugs.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

const list = document.querySelector("[data-reading-list]");
if (list) {
  const slug = list.dataset.readingList;
  const others = kept().filter((one) => one !== slug).slice(-19);
  const query = new URLSearchParams([...others, slug].map((one) => ["brief", one]));
  list.search = query.toString();
  if (others.length) list.append(` (with ${others.length} other${others.length > 1 ? "s" : ""})`);
  list.addEventListener("click", () => {
    try {
      localStorage.setItem(KEY, JSON.stringify([...others, slug]));
    } catch {
      // The address holds the list too.
    }
  });
}
