// <a data-carry href="/orders/new/?next=/here/">, inside a form: the page it leads to comes back
// here with what the form held, so that nothing typed before is lost on the way.
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[data-carry]");
  const form = link?.closest("form");
  if (!form) return;
  const way = new URL(link.href);
  const back = new URL(way.searchParams.get("next"), location.origin);
  for (const { name, type, value, checked } of form.elements) {
    if (!name || !value || ["hidden", "file", "submit"].includes(type)) continue;
    if (type !== "radio" && type !== "checkbox" || checked) back.searchParams.set(name, value);
  }
  way.searchParams.set("next", back.pathname + back.search);
  link.href = way;
  delete form.dataset.dirty; // nothing typed is left behind: no need to ask before leaving
});
