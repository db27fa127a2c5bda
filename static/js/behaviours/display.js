// Text size and theme, kept on this device. Loaded in the head, before the first
// paint, so the page never flashes from one to the other.
// <button data-display="size:l"> · <button data-display="theme:"> back to the device's own
// data-needs-js hidden: shown once there is JavaScript to make it work.
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try { return localStorage.getItem(name) || ""; } catch { return ""; }
  };
  const apply = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    for (const button of document.querySelectorAll(`[data-display^="${name}:"]`)) {
      button.setAttribute("aria-pressed", button.dataset.display === `${name}:${value}`);
    }
  };

  root.dataset.js = "";
  for (const name of ["size", "theme"]) apply(name, kept(name));

  document.addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll("[data-needs-js]")) element.hidden = false;
    for (const name of ["size", "theme"]) apply(name, kept(name));
  });

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-display]");
    if (!button) return;
    const [name, value] = button.dataset.display.split(":");
    apply(name, value);
    try { localStorage.setItem(name, value); } catch { /* private mode: it holds for this page */ }
  });
})();
