// The histogram of years: dragging over it fills the two fields below and sends them. The fields do the same by hand.

const picture = document.querySelector("svg.years");
const form = document.querySelector(".years-form");

if (picture && form) {
  const bars = [...picture.querySelectorAll("rect")];
  const years = bars.map((bar) => Number(bar.dataset.year));
  const [first, last] = [form.elements.namedItem("first"), form.elements.namedItem("last")];
  let from = null;
  picture.classList.add("can-drag");

  const yearAt = (event) => {
    const { left, width } = picture.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * years.length);
    return years[Math.min(Math.max(at, 0), years.length - 1)];
  };
  const show = (one, other) => {
    const [low, high] = one < other ? [one, other] : [other, one];
    [first.value, last.value] = [low, high];
    bars.forEach((bar, at) => bar.classList.toggle("within", years[at] >= low && years[at] <= high));
  };

  picture.addEventListener("pointerdown", (event) => {
    from = yearAt(event);
    picture.setPointerCapture(event.pointerId);
    show(from, from);
  });
  picture.addEventListener("pointermove", (event) => {
    if (from !== null) show(from, yearAt(event));
  });
  picture.addEventListener("pointerup", (event) => {
    if (from === null) return;
    show(from, yearAt(event));
    from = null;
    form.requestSubmit();
  });
  picture.addEventListener("pointercancel", () => { from = null; });
}
