// The list this address holds becomes the list of this browser, to which briefs add.
const KEY = "pincite.reading-list";
const keep = (slugs) => localStorage.setItem(KEY, JSON.stringify(slugs));
const asked = new URLSearchParams(location.search);
try {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  if (asked.has("brief")) keep(asked.getAll("brief").slice(-20));
  else if (kept.length) location.replace(`?${new URLSearchParams(kept.map((one) => ["brief", one]))}`);
  for (const link of document.querySelectorAll("[data-take-off]")) {
    link.addEventListener("click", () => keep(asked.getAll("brief").filter((one) => one !== link.dataset.takeOff)));
  }
} catch {
  // Without storage the address alone holds the list.
}
