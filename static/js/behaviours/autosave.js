// <form data-autosave> posts itself a moment after the last change, and [data-saved] says so.
//
// The request is the form's own, with the header X-Autosave: 1. The server answers in JSON:
//   200 {"saved": "บันทึกแล้ว 10.42 น.", "fields": {"version": "7"}, "shown": {"s2-state": "<span …"}}
//       fields go back into the form; what is shown replaces the content of the elements of these ids
//   409 or 422 {"message": "…"}   a conflict or an error: the words are shown, nothing is lost
// Without a connection the text stays on the page and is sent when the connection is back.
// If the page may not be left with unsaved text, add data-unsaved.
//
// <button data-flush="/reports/7/submission/">: everything typed is saved first, then that page
// opens. What cannot be saved keeps the reader here, at its form.
{
  const PAUSE = 1500;
  const timers = new WeakMap();
  const saves = new WeakMap();
  const troubles = new Map();

  const say = (state, words) => {
    const status = document.querySelector("[data-saved]");
    if (!status) return;
    status.dataset.s = state;
    status.querySelector("[data-saved-words]").textContent = words || status.dataset[state] || "";
  };

  const putBack = (form, { fields = {}, shown = {} }) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
    for (const [id, html] of Object.entries(shown)) {
      const place = document.getElementById(id);
      if (place) place.innerHTML = html;
    }
  };

  const post = async (form) => {
    clearTimeout(timers.get(form));
    troubles.delete(form);
    delete form.dataset.dirty;
    form.dataset.saving = "";
    say("busy");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Autosave": "1", Accept: "application/json" },
        redirect: "manual",
      });
      return await heard(form, answer);
    } catch {
      return failed(form, "offline");
    } finally {
      delete form.dataset.saving;
      if ("waiting" in form.dataset) form.requestSubmit();
    }
  };

  const save = (form) => {
    if ("saving" in form.dataset) return saves.get(form);
    const saving = post(form);
    saves.set(form, saving);
    return saving;
  };

  const heard = async (form, answer) => {
    const json = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
    if (answer.ok && json) {
      putBack(form, json);
      saved(json.saved);
      return true;
    }
    const status = document.querySelector("[data-saved]");
    const signedOut = answer.type === "opaqueredirect" || answer.status === 403;
    return failed(form, "back", json?.message || (signedOut ? status?.dataset.signedOut : status?.dataset.refused));
  };

  // "Saved" is said of the whole page: not while another form waits or could not be saved.
  const saved = (words) => {
    const [trouble] = troubles.values();
    if (trouble) say(...trouble);
    else if (document.querySelector("form[data-autosave][data-dirty]")) say("unsaved");
    else say("done", words);
  };

  const failed = (form, ...trouble) => {
    form.dataset.dirty = "";
    troubles.set(form, trouble);
    say(...trouble);
    return false;
  };

  const schedule = (form) => {
    clearTimeout(timers.get(form));
    timers.set(
      form,
      setTimeout(() => ("sent" in form.dataset || "saving" in form.dataset ? schedule(form) : save(form)), PAUSE),
    );
  };

  // Until nothing typed is unsaved, also what was typed while a save was under way.
  const settled = async (form) => {
    await saves.get(form);
    while ("dirty" in form.dataset) if ("sent" in form.dataset || !(await save(form))) return false;
    return true;
  };

  const flush = async (button) => {
    for (const form of document.querySelectorAll("form[data-autosave]")) {
      if (await settled(form)) continue;
      form.closest("details")?.setAttribute("open", "");
      form.scrollIntoView();
      return;
    }
    location.assign(button.dataset.flush);
  };

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-autosave]");
    if (form) {
      form.dataset.dirty = "";
      schedule(form);
    }
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-flush]");
    if (!button) return;
    event.preventDefault();
    if (button.hasAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    await flush(button);
    button.removeAttribute("aria-disabled");
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
