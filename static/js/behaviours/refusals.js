// What form[data-autosave] could not save quietly is said beside each box, once nobody types in it;
// that, and what the page itself said there, goes as soon as it is saved.
{
  const refused = new WeakMap();

  const clear = (form) => {
    for (const words of form.querySelectorAll(".field__error, .error_summary")) words.remove();
    for (const field of form.querySelectorAll(".field.bad")) field.classList.remove("bad");
    for (const box of form.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
  };

  const say = (box, words) => {
    const told = Object.assign(document.createElement("p"), { className: "field__error", id: `${box.id}_error`, textContent: words });
    (box.closest(".field__entry") ?? box).before(told);
    box.closest(".field")?.classList.add("bad");
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-errormessage", told.id);
    for (let fold = box.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  const show = (form) => {
    clear(form);
    for (const [id, words] of Object.entries(refused.get(form))) {
      const box = document.getElementById(id);
      if (box && box !== document.activeElement) say(box, words);
    }
  };

  document.addEventListener("autosave", ({ target, detail: { outcome, errors } }) => {
    if (outcome === "offline") return;
    refused.set(target, errors ?? {});
    show(target);
  });

  document.addEventListener("focusout", ({ target }) => {
    const form = target.closest?.("form[data-autosave]");
    if (form && refused.has(form)) show(form);
  });
}
