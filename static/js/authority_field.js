// Fields for a citation: while one types, authorities that are here are offered. The fields work without this.

const WAIT = 200; // milliseconds after the last key

for (const field of document.querySelectorAll("input[data-authorities]")) {
  let timer;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim().length < 2) return;
    timer = setTimeout(async () => {
      const number = ++asked;
      const answer = await fetch(`${field.dataset.authorities}&term=${encodeURIComponent(field.value.trim())}`);
      if (!answer.ok || number !== asked) return;
      const { results } = await answer.json();
      field.list.replaceChildren(...results.map((one) => new Option(one.text, one.text)));
    }, WAIT);
  });
}
