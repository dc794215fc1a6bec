// Search in a copy of the site that was unpacked from a ZIP: every word must stand in a row; a name weighs more.
// No module and no fetch: a browser allows neither to a page opened from a file.
(function () {
  "use strict";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = new URLSearchParams(location.search).get("q") || "";
  const words = fold(asked).match(/[\p{L}\p{N}§]+/gu) || [];
  document.getElementById("q").value = asked;
  if (!words.length) return;

  const found = [];
  for (const row of window.PINCITE) {
    const name = fold(row.name), text = fold(row.text);
    if (!words.every((word) => name.includes(word) || text.includes(word))) continue;
    const weight = words.filter((word) => name.includes(word)).length * 10 + (row.kind.startsWith("Brief") ? 5 : 0);
    found.push({ row, weight, at: text.indexOf(words[0]) });
  }
  found.sort((a, b) => b.weight - a.weight || a.row.name.localeCompare(b.row.name));
  const count = found.length === 1 ? "1 page" : found.length + " pages";
  document.getElementById("found").textContent = (found.length ? count : "Nothing") + " found for “" + asked + "”.";
  const list = document.getElementById("hits");
  for (const { row, at } of found.slice(0, 100)) {
    const item = document.createElement("li"), head = document.createElement("h3"), link = document.createElement("a");
    const kind = document.createElement("p"), words = document.createElement("p");
    item.className = "hit";
    kind.className = "hit-meta";
    link.href = row.at;
    link.textContent = row.name;
    kind.textContent = row.kind;
    head.append(link);
    item.append(head, kind);
    if (row.kind.startsWith("Brief") && at >= 0) {
      words.textContent = (at > 80 ? "… " : "") + row.text.slice(Math.max(0, at - 80), at + 160) + " …";
      item.append(words);
    }
    list.append(item);
  }
})();
