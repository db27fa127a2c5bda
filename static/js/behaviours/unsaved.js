// <form data-unsaved>: leaving with text that is not saved asks first.
// The form is dirty (data-dirty) from the first change until it is sent or saved; a page that
// comes with text nobody has saved yet says so itself.
{
  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-unsaved], form[data-autosave]");
    if (form) form.dataset.dirty = "";
  });

  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) delete event.target.dataset.dirty;
  });

  addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-unsaved]:is([data-dirty], [data-saving])")) event.preventDefault();
  });
}
