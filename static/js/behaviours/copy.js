// <button data-copies="id" hidden>: copies what stands in the field of that id and says so beside
// it (<span role="status" data-copied="คัดลอกแล้ว">). Without JavaScript, or where the browser lends
// no clipboard, the button stays hidden and the field is there to be marked by hand.
{
  const tell = (button) => {
    const status = button.closest("[data-copy]").querySelector("[data-copied]");
    status.textContent = status.dataset.copied;
    setTimeout(() => (status.textContent = ""), 5000);
  };

  for (const button of document.querySelectorAll("[data-copies]")) button.hidden = !navigator.clipboard;

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copies]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copies);
    field.select();
    await navigator.clipboard.writeText(field.value);
    tell(button);
  });
}
