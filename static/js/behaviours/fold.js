// <details data-fold open> closes on a phone, so that a long page is a list of headings
// first; a link into it opens it again. Without JavaScript everything stays open.
{
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold) fold.open = true;
  };

  if (matchMedia("(max-width: 47rem)").matches) {
    for (const fold of document.querySelectorAll("details[data-fold]")) fold.open = false;
  }
  reveal();
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details[data-fold]")) fold.open = true;
  });
}
