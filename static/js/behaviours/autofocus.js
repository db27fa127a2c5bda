// <div data-autofocus tabindex="-1"> takes focus when it appears, so that a keyboard
// and a screen reader start where the trouble is. Samples (data-sample) leave it alone.
{
  const focus = (where) => where.querySelector("[data-autofocus]:not([data-sample] *)")?.focus();
  focus(document);
  document.addEventListener("htmx:load", ({ detail: { elt } }) => {
    if (elt !== document.body) focus(elt);
  });
}
