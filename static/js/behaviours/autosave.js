// <form data-autosave> posts itself a moment after the last change, and [data-saved] says so.
//
// The request is the form's own, with the header X-Autosave: 1. The server answers in JSON:
//   200 {"saved": "บันทึกแล้ว 10.42 น.", "fields": {"version": "7"}}   fields go back into the form
//   409 or 422 {"message": "…"}   a conflict or an error: the words are shown, nothing is lost
// Without a connection the text stays on the page and is sent when the connection is back.
// If the page may not be left with unsaved text, add data-unsaved.
{
  const PAUSE = 1500;
  const timers = new WeakMap();

  const say = (form, state, words) => {
    const status = document.querySelector("[data-saved]");
    if (!status) return;
    status.dataset.s = state;
    status.querySelector("[data-saved-words]").textContent = words || status.dataset[state] || "";
  };

  const putBack = (form, fields) => {
    for (const [name, value] of Object.entries(fields || {})) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
  };

  const save = async (form) => {
    if ("sent" in form.dataset || "saving" in form.dataset) return schedule(form);
    delete form.dataset.dirty;
    form.dataset.saving = "";
    say(form, "busy");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Autosave": "1", Accept: "application/json" },
        redirect: "manual",
      });
      await heard(form, answer);
    } catch {
      form.dataset.dirty = "";
      say(form, "offline");
    } finally {
      delete form.dataset.saving;
      if ("waiting" in form.dataset) form.requestSubmit();
    }
  };

  const heard = async (form, answer) => {
    const json = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
    if (answer.ok && json) {
      putBack(form, json.fields);
      if (!("dirty" in form.dataset)) say(form, "done", json.saved);
      return;
    }
    form.dataset.dirty = "";
    const status = document.querySelector("[data-saved]");
    const signedOut = answer.type === "opaqueredirect" || answer.status === 403;
    say(form, "back", json?.message || (signedOut ? status?.dataset.signedOut : status?.dataset.refused));
  };

  const schedule = (form) => {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), PAUSE));
  };

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-autosave]");
    if (form) {
      form.dataset.dirty = "";
      schedule(form);
    }
  });

  // The button waits for a save under way, or its version would be one behind.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      clearTimeout(timers.get(form));
      if ("saving" in form.dataset) {
        event.preventDefault();
        form.dataset.waiting = "";
      } else delete form.dataset.waiting;
    },
    true,
  );

  addEventListener("online", () => {
    for (const form of document.querySelectorAll("form[data-autosave][data-dirty]")) save(form);
  });
}
