// <form data-autosave> posts itself a moment after the last change, and [data-saved] says so.
//
// The request is the form's own, with the header X-Autosave: 1. The server answers in JSON:
//   200 {"saved": "บันทึกแล้ว 10.42 น.", "fields": {"version": "7"}, "shown": {"s2-state": "<span …"}}
//       fields go back into the form; what is shown replaces the content of the elements of these ids
//   409 or 422 {"message": "…", "errors": {"s2_found": "…"}}   a conflict or an error: the words are
//       shown, refusals.js shows each beside its box, nothing is lost
// Without a connection the text stays on the page and is sent when the connection is back: it is
// tried again after growing pauses, and the form's buttons wait for it. A save whose answer never
// came may have arrived, so it is sent again word for word before anything newer.
// If the page may not be left with unsaved text, add data-unsaved.
// What came of a save is told by the event "autosave" on the form: detail.outcome is done, offline,
// stale or back, detail.errors what was refused; what must be over before the page may be left is
// put into detail.after.
//
// <button data-flush="/reports/7/submission/">: everything typed is saved first, then that page
// opens. What cannot be saved is sent by its own button, which leads to what is to be mended, to the
// two texts, or to signing in again.
{
  const PAUSE = 1500;
  const LONGEST = 60_000;
  const GATEWAYS = [502, 503, 504]; // somebody on the way answered, not the portal
  const PATIENCE = 60_000; // a line that hangs for so long is none
  const timers = new WeakMap();
  const saves = new WeakMap();
  const tries = new WeakMap();
  const unheard = new WeakMap();
  const pressed = new WeakMap();
  const reached = new WeakSet();
  const troubles = new Map();
  let isHeld = false;

  const say = (state, words) => {
    const status = document.querySelector("[data-saved]");
    if (!status) return;
    status.dataset.s = state;
    status.querySelector("[data-saved-words]").textContent = words || status.dataset[state] || "";
  };

  const tell = (form, outcome, errors) => {
    const detail = { outcome, errors, after: null };
    form.toggleAttribute("data-stale", outcome === "stale");
    form.dispatchEvent(new CustomEvent("autosave", { bubbles: true, detail }));
    return detail.after;
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

  const words = (body) => JSON.stringify([...body].filter(([name]) => name !== "version"));
  const isSmall = (body) => words(body).length < 20_000; // a closing page takes 64 kB along
  const isUnreachable = (form) => troubles.get(form)?.[0] === "offline";

  // The answer, or nothing where nobody answered.
  const ask = async (form, body) => {
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { "X-Autosave": "1", Accept: "application/json" },
        redirect: "manual",
        keepalive: document.hidden && isSmall(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!GATEWAYS.includes(answer.status)) {
        unheard.delete(form);
        if (answer.status >= 500) return null; // nothing was saved; later it may be
        tries.delete(form);
        return answer;
      }
    } catch { /* as above */ }
    if (navigator.onLine) unheard.set(form, body);
    return null;
  };

  const post = async (form) => {
    clearTimeout(timers.get(form));
    if (!isUnreachable(form)) say("busy");
    troubles.delete(form);
    delete form.dataset.dirty;
    form.dataset.saving = "";
    try {
      const before = unheard.get(form);
      let answer = await ask(form, before ?? new FormData(form));
      if (answer && before && words(before) !== words(new FormData(form))) {
        if (answer.ok) putBack(form, await answer.json());
        delete form.dataset.dirty;
        answer = await ask(form, new FormData(form));
      }
      return answer ? await heard(form, answer) : failed(form, "offline");
    } finally {
      delete form.dataset.saving;
      if (pressed.has(form)) pressAgain(form);
    }
  };

  const save = (form) => {
    if ("saving" in form.dataset) return saves.get(form);
    const saving = post(form);
    saves.set(form, saving);
    return saving;
  };

  const heard = async (form, answer) => {
    isHeld = false;
    const json = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
    if (answer.ok && json) {
      putBack(form, json);
      saved(json.saved);
      await tell(form, "done");
      return true;
    }
    const status = document.querySelector("[data-saved]");
    const signedOut = answer.type === "opaqueredirect" || answer.status === 403;
    const told = json?.message || (signedOut ? status?.dataset.signedOut : status?.dataset.refused);
    return failed(form, answer.status === 409 ? "stale" : "back", told, json?.errors);
  };

  // "Saved" is said of the whole page: not while another form waits or could not be saved.
  const saved = (told) => {
    const [trouble] = troubles.values();
    if (trouble) say(...trouble);
    else if (document.querySelector("form[data-autosave][data-dirty]")) say("unsaved");
    else say("done", told);
  };

  const failed = (form, outcome, told, errors) => {
    const trouble = [outcome === "stale" ? "back" : outcome, told];
    form.dataset.dirty = "";
    troubles.set(form, trouble);
    tell(form, outcome, errors);
    if (outcome === "offline" && isHeld) hold();
    else say(...trouble);
    if (outcome === "offline") tryLater(form);
    return false;
  };

  const tryLater = (form) => {
    const times = (tries.get(form) ?? 0) + 1;
    tries.set(form, times);
    schedule(form, Math.min(LONGEST, PAUSE * 2 ** times));
  };

  const schedule = (form, pause = PAUSE) => {
    clearTimeout(timers.get(form));
    timers.set(
      form,
      setTimeout(() => ("sent" in form.dataset || "saving" in form.dataset ? schedule(form) : save(form)), pause),
    );
  };

  // With short pauses again: something has changed.
  const saveAll = () => {
    for (const form of document.querySelectorAll("form[data-autosave]:is([data-dirty], [data-saving])")) {
      tries.delete(form);
      save(form);
    }
  };

  // Until nothing typed is unsaved, also what was typed while a save was under way.
  const settled = async (form) => {
    await saves.get(form);
    while ("dirty" in form.dataset) if ("sent" in form.dataset || !(await save(form))) return false;
    return true;
  };

  // Whether the portal answers; the device alone only guesses.
  const answers = async () => {
    try {
      await fetch("/healthz");
      return true;
    } catch {
      return false;
    }
  };

  const flush = async (button) => {
    for (const form of document.querySelectorAll("form[data-autosave]")) {
      if (await settled(form)) continue;
      if (isUnreachable(form)) return hold();
      return form.requestSubmit();
    }
    if (navigator.onLine || (await answers())) location.assign(button.dataset.flush);
    else hold();
  };

  // Said until something is typed or heard: whoever pressed the button wants to know why.
  const hold = () => {
    isHeld = true;
    say("offline", document.querySelector("[data-saved]")?.dataset.held);
  };

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-autosave]");
    if (form) {
      isHeld = false;
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

  // The button waits for a save under way, or its version would be one behind. Without a
  // connection it saves as far as it can, instead of leaving the page for one that does not come;
  // and what is mirrored is saved first, so that the mirror hears that it arrived.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      clearTimeout(timers.get(form));
      if ("saving" in form.dataset) pressed.set(form, event.submitter);
      else if (!("autosave" in form.dataset) || reached.delete(form)) return;
      else if (navigator.onLine && !isUnreachable(form) && !isWaiting(form)) return;
      else reach(form, event.submitter);
      event.preventDefault();
    },
    true,
  );

  const pressAgain = (form) => {
    const button = pressed.get(form);
    pressed.delete(form);
    form.requestSubmit(button);
  };

  const isWaiting = (form) => "mirrored" in form.dataset && "dirty" in form.dataset;

  const reach = async (form, button) => {
    const isSaved = "dirty" in form.dataset && (await save(form));
    if (isUnreachable(form)) return;
    if (!isSaved && !(await answers())) return say("offline");
    reached.add(form);
    form.requestSubmit(button);
  };

  addEventListener("online", saveAll);
  document.addEventListener("visibilitychange", saveAll);
}
