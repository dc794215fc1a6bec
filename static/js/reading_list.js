// The list this address holds becomes the list of this browser, to which briefs add.
const KEY = "pincite.reading-list";
try {
  if (new URLSearchParams(location.search).has("brief")) {
    localStorage.setItem(KEY, JSON.stringify(new URLSearchParams(location.search).getAll("brief").slice(-20)));
  } else {
    const slugs = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const takenOff = document.referrer.startsWith(location.origin + location.pathname);
    if (takenOff) localStorage.removeItem(KEY);
    else if (slugs.length) location.replace(`?${new URLSearchParams(slugs.map((one) => ["brief", one]))}`);
  }
} catch {
  // Without storage the address alone holds the list.
}
