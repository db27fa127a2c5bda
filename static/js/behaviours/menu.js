// <button data-menu aria-expanded="false" aria-controls="…"> opens and closes what it controls;
// the stylesheet hides it by aria-expanded. Escape closes and returns to the button.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-menu]");
  if (button) button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true");
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  const button = document.querySelector('[data-menu][aria-expanded="true"]');
  if (!button) return;
  button.setAttribute("aria-expanded", "false");
  button.focus();
});
