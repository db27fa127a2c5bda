// Text of one's own that is on this device and has not reached the server (behaviours/device.js).
//
// <section data-unsent="7" hidden>: shown while there is some of report 7 ("" of any); [data-n] says
//   how many sections, a[data-back] leads to the first one's form
// <form data-hold>: is not sent while there is some, or while nobody answers: [data-unsent] or
//   [data-unreachable] says so. It is never sent later by itself: a person sees the receipt.
// <button data-drop>: drops it, then goes on with its form
{
  const note = document.querySelector("[data-unsent]");
  const unreachable = document.querySelector("[data-unreachable]");
  const letThrough = new WeakSet();

  const look = async () => {
    const waiting = await globalThis.device?.unsent(note.dataset.unsent).catch(() => []);
    const count = new Set(waiting?.map((one) => `${one.report} ${one.section}`)).size;
    note.hidden = !count;
    for (const place of note.querySelectorAll("[data-n]")) place.textContent = count;
    for (const link of note.querySelectorAll("a[data-back]")) if (count) link.href = `/reports/${waiting[0].report}/`;
    return count;
  };

  const answers = async () => {
    try {
      await fetch("/healthz");
      return true;
    } catch {
      return false;
    }
  };

  const reveal = (place) => {
    place.hidden = false;
    place.focus();
  };

  document.addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if (!("hold" in form.dataset) || letThrough.has(form)) return;
      event.preventDefault();
      unreachable.hidden = true;
      if (await look()) return reveal(note);
      if (!(await answers())) return reveal(unreachable);
      letThrough.add(form);
      form.requestSubmit(event.submitter);
      letThrough.delete(form);
    },
    true,
  );

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-drop]");
    if (!button) return;
    event.preventDefault();
    for (const one of await device.unsent(note.dataset.unsent).catch(() => [])) await device.drop(one);
    if (button.form) button.form.requestSubmit();
    else look();
  });

  if (note) {
    look();
    addEventListener("pageshow", look);
  }
}
