// [data-key="n"]: the key N presses what carries it, or goes to the field in it; on a Thai keyboard
// the same key does. Never while somebody types, nor together with Ctrl, Alt or Meta.
// <button data-shortcuts aria-pressed="true"> switches the keys off and on, kept on this device.
{
  const kept = () => {
    try { return localStorage.getItem("shortcuts") !== "off"; } catch { return true; }
  };
  let isOn = kept();

  const show = () => {
    for (const button of document.querySelectorAll("[data-shortcuts]")) button.setAttribute("aria-pressed", isOn);
  };

  const letter = ({ key, code }) =>
    /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1] || "").toLowerCase();

  const types = (element) => element?.closest?.("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const { ctrlKey, altKey, metaKey, isComposing, repeat, target } = event;
    if (!isOn || ctrlKey || altKey || metaKey || isComposing || repeat || types(target)) return;
    const pressed = letter(event);
    const place = pressed && document.querySelector(`[data-key="${pressed}"]`);
    if (!place) return;
    event.preventDefault();
    const field = place.querySelector("textarea, input, select");
    if (field) field.focus();
    else place.click();
  });

  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-shortcuts]")) return;
    isOn = !isOn;
    show();
    try { localStorage.setItem("shortcuts", isOn ? "on" : "off"); } catch { /* private mode: it holds for this page */ }
  });

  document.addEventListener("DOMContentLoaded", show);
}
