// <details data-fold open> closes on a phone, so that a long page is a list of headings
// first; a link into it opens it again. Without JavaScript everything stays open.
// What htmx brings later stays open too, but rows of a form (data-fold="again").
{
  const phone = matchMedia("(max-width: 47rem)");
  const close = (folds) => {
    if (phone.matches) for (const fold of folds) fold.open = false;
  };

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  close(document.querySelectorAll("details[data-fold]"));
  reveal();
  document.addEventListener("htmx:load", ({ detail: { elt } }) => {
    if (elt !== document.body) close(elt.querySelectorAll("details[data-fold=again]"));
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details[data-fold]")) fold.open = true;
  });
}
