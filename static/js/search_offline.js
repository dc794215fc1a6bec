// Search in a copy of the site that was unpacked from a ZIP: rows with every word, or else with most; a name weighs more.
// No module and no fetch: a browser allows neither to a page opened from a file.
(function () {
  "use strict";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = new URLSearchParams(location.search).get("q") || "";
  const LITTLE = new Set("a an and are as at be but by can could did do does for from get had has have how if in into is it may me my no not of on or someone that the their they to was were what when where which who why will with would you".split(" "));
  const typed = fold(asked).match(/[\p{L}\p{N}§]+/gu) || [];
  const telling = typed.filter((word) => !LITTLE.has(word));
  // Endings are cut, so that "deserting" finds "deserted" and "desertion".
  const words = [...new Set((telling.length ? telling : typed).map((word) => word.replace(/(?<=\p{L}{4})(?:ations?|ings?|ions?|ors?|ers?|ed|es|s|y)$/u, "")))];
  document.getElementById("q").value = asked;
  if (!words.length) return;

  const rows = window.PINCITE.map((row) => ({ row, name: fold(row.name), text: fold(row.text) }));
  const times = (text, word) => text.split(word).length - 1;
  // A word weighs by how few rows have it: of a row's words the rare ones tell what it is about.
  const weights = words.map((word) => {
    const having = rows.filter((one) => one.text.includes(word) || one.name.includes(word)).length;
    return having ? Math.log1p(rows.length / (1 + having)) : 0;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);

  const found = [];
  for (const { row, name, text } of rows) {
    let has = 0, share = 0, at = -1, heaviest = 0, rank = row.kind.startsWith("Brief") ? 0.5 : 0;
    words.forEach((word, place) => {
      const said = times(text, word), named = name.includes(word);
      if (!said && !named) return;
      has += 1;
      share += weights[place];
      if (said && weights[place] > heaviest) [at, heaviest] = [text.indexOf(word), weights[place]];
      rank += weights[place] * (said / (said + 2) + (named ? 2 : 0)); // what is said often says more, to a point
    });
    if (has && share * 2 >= all) found.push({ row, has, rank, at });
  }
  const most = Math.max(0, ...found.map((one) => one.has));
  if (most === words.length) found.splice(0, found.length, ...found.filter((one) => one.has === most));
  found.sort((a, b) => b.rank - a.rank || a.row.name.localeCompare(b.row.name));
  const count = found.length === 1 ? "1 page" : found.length + " pages";
  const loose = most && most < words.length ? " No page has all these words; these have most." : "";
  document.getElementById("found").textContent = (found.length ? count : "Nothing") + " found for “" + asked + "”." + loose;
  const list = document.getElementById("hits");
  for (const { row, at } of found.slice(0, 100)) {
    const item = document.createElement("li"), head = document.createElement("h2"), link = document.createElement("a");
    const kind = document.createElement("p"), told = document.createElement("p");
    item.className = "hit";
    kind.className = "hit-meta";
    told.className = "snippet";
    link.href = row.at;
    link.textContent = row.name;
    kind.textContent = row.kind;
    head.append(link);
    item.append(head, kind);
    if (row.kind.startsWith("Brief") && at >= 0) {
      // Cut between words, with the words that were asked for marked.
      const from = at > 80 ? row.text.indexOf(" ", at - 80) + 1 : 0, to = row.text.indexOf(" ", at + 160);
      told.append(from ? "… " : "");
      for (const part of row.text.slice(from, to < 0 ? undefined : to).split(/([\p{L}\p{N}§]+)/u)) {
        const mark = document.createElement("mark");
        mark.textContent = part;
        told.append(words.some((word) => fold(part).startsWith(word)) ? mark : part);
      }
      told.append(to < 0 ? "" : " …");
      item.append(told);
    }
    list.append(item);
  }
})();
