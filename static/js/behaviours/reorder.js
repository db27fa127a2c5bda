// [data-reorder]: rows ([data-row]) are dragged by their grip ([data-grip]), also below another
// heading ([data-section]). Where a row stands goes into its hidden fields "…-place" and
// "…-section"; the form is saved as ever. Who does not drag has the arrows of each row.
{
  const rows = (list) => [...list.querySelectorAll("[data-row]")];

  const write = (list) => {
    for (const [place, row] of rows(list).entries()) {
      row.querySelector("input[name$='-place']").value = place;
      row.querySelector("input[name$='-section']").value = row.closest("[data-section]").dataset.section;
    }
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const show = (where) => {
    for (const grip of where.querySelectorAll("[data-grip]")) {
      grip.hidden = false;
      grip.draggable = true;
    }
  };

  show(document);
  document.addEventListener("htmx:load", ({ detail: { elt } }) => show(elt.parentElement ?? elt));

  let dragged = null;

  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-grip]")?.closest("[data-row]") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 8, 8);
    dragged.dataset.dragged = "";
  });

  document.addEventListener("dragover", (event) => {
    const section = dragged && event.target.closest?.("[data-section]");
    if (!section || !section.closest("[data-reorder]").contains(dragged)) return;
    event.preventDefault();
    const others = [...section.querySelectorAll("[data-row]")].filter((row) => row !== dragged);
    const after = others.find((row) => event.clientY < row.getBoundingClientRect().top + row.offsetHeight / 2);
    const before = after ?? section.querySelector(":scope > button");
    if (before !== dragged.nextElementSibling) before.before(dragged);
  });

  for (const over of ["drop", "dragend"]) {
    document.addEventListener(over, (event) => {
      if (!dragged) return;
      event.preventDefault();
      delete dragged.dataset.dragged;
      write(dragged.closest("[data-reorder]"));
      dragged = null;
    });
  }
}
