// [data-lock="…" data-report="7"]: what is typed into form[data-section] below is kept on this device,
// too, with the version it started from, and comes back after a closed browser. It is locked with the
// key of the page, so whoever holds the device next reads nothing (behaviours/device.js). The server
// leads: autosave.js sends each section by itself, and what two people wrote is never decided here.
// What reached the server stays only to bring an old copy of the form up to date, and goes with
// the first page that comes from the server.
//   data-worker, data-scope, data-static   the service worker that opens the form without a connection
//   <form data-seen>          the page of two texts: what is typed there still rests on the old version
//   [data-where]              where the section is: device, server, sent (components/where.html)
//   <form data-left>          how text is shown whose section takes no more
//   <a data-let-go>           the text of this page's form is not wanted any more
//   [data-saved]              data-kept, data-kept-held: words for "no connection", {n} sections
{
  const page = document.querySelector("[data-lock][data-report]");
  const { report, worker, scope } = page?.dataset ?? {};
  const root = document.documentElement;
  const isCopy = "copy" in root.dataset;
  const OURS = ["csrfmiddlewaretoken", "author"];
  const queues = new WeakMap();
  const touched = new WeakSet();
  let forms = [];
  let key;
  let usual;

  const rowOf = (form) => ({ account: device.account, report, section: form.dataset.section });
  const typedIn = (form) =>
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OURS.includes(name));
  const words = (typed) => JSON.stringify(typed.filter(([name]) => name !== "version"));

  const openKey = (text) =>
    crypto.subtle.importKey("raw", Uint8Array.from(atob(text), (char) => char.charCodeAt()), "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]);

  const lock = async (typed) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(typed)));
    return { iv, text };
  };

  const unlock = async ({ iv, text }) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, text)));

  // -- Keeping ---------------------------------------------------------------------------

  // One after the other; of several that wait only the last is written, with the newest text.
  const queue = (form, act) => {
    const before = (queues.get(form) ?? Promise.resolve()).catch(() => {});
    const last = before.then(() => queues.get(form) === last && act());
    queues.set(form, last);
    last.catch(() => {});
    return last;
  };

  const keep = (form, reached = false) =>
    queue(form, async () => {
      const typed = typedIn(form);
      if ("seen" in form.dataset) rest(typed);
      try {
        await device.put({ ...rowOf(form), ...(await lock(typed)), url: form.action, at: Date.now(), reached });
        show(form, reached ? "server" : "device");
      } catch { // no room here: the page alone has it
        show(form, reached ? "server" : "none");
        if (reached) await device.drop(rowOf(form));
      }
    });

  const rest = (typed) => {
    const version = typed.find(([name]) => name === "version");
    version[1] = String(Math.max(0, version[1] - 1));
  };

  // -- Putting back ----------------------------------------------------------------------

  const putBack = (form, typed) => {
    const left = new Map();
    for (const [name, value] of typed) left.set(name, [...(left.get(name) ?? []), value]);
    for (const field of form.elements) {
      if (!field.name || OURS.includes(field.name) || ["file", "submit", "button"].includes(field.type)) continue;
      const values = left.get(field.name) ?? [];
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = values.includes(field.value);
        if (field.checked) values.splice(values.indexOf(field.value), 1);
      } else if (values.length) {
        const text = values.shift();
        if (text !== field.value) field.closest("details").open = true;
        field.value = text;
      }
    }
    for (const [name, values] of left) for (const value of values) form.append(hidden(name, value));
  };

  // What this page does not ask is sent all the same, until something is chosen in its place.
  const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

  const bring = async (form) => {
    const row = await device.get(device.account, report, form.dataset.section);
    const typed = row && (await unlock(row));
    if (!typed) return;
    const isSame = words(typed) === words(typedIn(form));
    if (row.reached ? !isCopy : isSame && !("dirty" in form.dataset)) return device.drop(row);
    // Somebody was quicker than this window, or than the other one: its text is not written over.
    if (touched.has(form)) forms = forms.filter((other) => other !== form);
    if (touched.has(form)) return;
    putBack(form, typed);
    show(form, row.reached ? "server" : "device");
    if (row.reached) return;
    sayBack();
    form.closest("details")?.setAttribute("open", "");
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // -- Saying where it is ----------------------------------------------------------------

  const show = (form, where) => {
    const place = document.querySelector(`[data-where-of="${form.dataset.section}"]`);
    if (place) place.dataset.where = where;
    const status = document.querySelector("[data-saved]");
    if (!status?.dataset.kept) return;
    usual ??= { offline: status.dataset.offline, held: status.dataset.held };
    const count = document.querySelectorAll('[data-where="device"]').length;
    const { kept, keptHeld } = status.dataset;
    const now = count ? { offline: kept.replace("{n}", count), held: keptHeld.replace("{n}", count) } : usual;
    const said = status.querySelector("[data-saved-words]");
    for (const name of ["offline", "held"]) if (said.textContent === status.dataset[name]) said.textContent = now[name];
    Object.assign(status.dataset, now);
  };

  // "Saved" is not true any more once text has come back.
  const sayBack = () => {
    const status = document.querySelector("[data-saved]");
    status.dataset.s = isCopy ? "offline" : "unsaved";
    status.querySelector("[data-saved-words]").textContent = status.dataset[status.dataset.s];
  };

  // -- The form without a connection -------------------------------------------------------

  const named = () => [
    ...[...document.querySelectorAll("link[href], script[src], use[href]")].map(
      (one) => one.href?.baseVal ?? one.href ?? one.src,
    ),
    ...performance.getEntriesByType("resource").map((one) => one.name),
  ];

  const keepForm = async () => {
    await navigator.serviceWorker.register(worker, { scope });
    const cache = await caches.open(`form-${device.account}-${report}`);
    const here = new URL(`${scope}${report}/`, location).href;
    const wanted = new Set(named().map((url) => new URL(url, location).href.split("#")[0]));
    const assets = [...wanted].filter((url) => url.startsWith(new URL(page.dataset.static, location).href));
    const kept = new Set((await cache.keys()).map((request) => request.url));
    for (const url of kept) if (url !== here && !assets.includes(url)) await cache.delete(url);
    for (const url of assets) if (!kept.has(url)) await cache.add(url);
    if (kept.has(here)) return; // the worker renews it
    const answer = await fetch(here);
    if (answer.headers.get("X-Form-Of") === device.account) await cache.put(here, answer);
  };

  // -- Text for a section that takes no more ---------------------------------------------------

  // It stands at the head of its section, and its button leads to both texts.
  const showLeft = async (pattern) => {
    for (const row of await device.unsent(report)) {
      const place = document.querySelector(`[data-where-of="${row.section}"]`)?.closest("details");
      if (!place || forms.some((form) => form.dataset.section === row.section)) continue;
      const form = pattern.cloneNode(true);
      form.append(...(await unlock(row)).map(([name, value]) => hidden(name, value)));
      Object.assign(form, { action: row.url, hidden: false });
      place.open = true;
      place.querySelector("summary").after(form);
      place.querySelector("[data-where-of]").dataset.where = "device";
    }
  };

  // -- What happens ------------------------------------------------------------------------

  const begin = async () => {
    key = await openKey(page.dataset.lock);
    await device.dropOld();
    for (const form of forms) if (!("seen" in form.dataset)) await bring(form).catch(() => {});
    for (const form of forms) form.dataset.mirrored = "";
    for (const form of forms) if (touched.has(form)) keep(form);
    const left = page.querySelector("form[data-left]");
    if (left) await showLeft(left).catch(() => {});
    return new Promise(() => {}); // as long as the page is open
  };

  const listen = () => {
    document.addEventListener("input", ({ target }) => {
      const form = target.closest?.("form[data-section]");
      if (!forms.includes(form)) return;
      if (target !== form) touched.add(form);
      for (const old of form.querySelectorAll(":scope > input[type=hidden]")) {
        if (old !== target && old.name === target.name) old.remove();
      }
      if (key) keep(form);
    });
    document.addEventListener("autosave", ({ target, detail }) => {
      if (!key || !forms.includes(target)) return;
      target.toggleAttribute("data-kept", detail.outcome === "offline");
      detail.after = keep(target, detail.outcome === "done" && !("dirty" in target.dataset)).catch(() => {});
    });
    document.addEventListener("click", async (event) => {
      const link = event.target.closest?.("a[data-let-go]");
      if (!link) return;
      event.preventDefault();
      await Promise.allSettled(forms.map((form) => queues.get(form)));
      await device.drop(rowOf(link)).catch(() => {});
      for (const form of forms) delete form.dataset.dirty;
      location.assign(link.href);
    });
  };

  if (page && globalThis.device?.account && isSecureContext && globalThis.indexedDB) {
    forms = [...page.querySelectorAll("form[data-section]")];
    listen();
    // Two windows of one report would write over each other here: the second waits for the first.
    navigator.locks.request(`form-${report}`, begin).catch(() => {});
    if (worker && !isCopy && navigator.serviceWorker) {
      addEventListener("load", () => keepForm().catch(() => {}));
    }
  }
}
