// A form that was just sent is not sent again: a second press while the first is on its way does nothing.

const ON_ITS_WAY = 3000;
const sent = new WeakMap();

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.submitter?.formTarget) return;
  if (Date.now() - (sent.get(event.target) ?? 0) < ON_ITS_WAY) event.preventDefault();
  else sent.set(event.target, Date.now());
});

addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) sent.delete(form);
});
