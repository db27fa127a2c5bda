// What this device keeps for a person: text that was typed into a report (IndexedDB, locked by
// mirror.js) and the last copy of its form (Cache Storage, "form-<account>-<report>").
// It belongs to <meta name="account" data-leave="/accounts/logout/">: a page of anybody else, or of
// nobody, lets the copies of forms go, and with them the key to the text.
globalThis.device = (() => {
  const meta = document.querySelector("meta[name=account]");
  const account = meta?.content || "";
  const DAYS = 30;
  let opened;

  const open = () =>
    (opened ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open("portal", 1);
      asked.onupgradeneeded = () =>
        asked.result.createObjectStore("typed", { keyPath: ["account", "report", "section"] });
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => resolve(asked.result);
    }));

  const run = async (mode, act) => {
    const transaction = (await open()).transaction("typed", mode);
    const request = act(transaction.objectStore("typed"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  };

  const forgetForms = async (mine) => {
    for (const name of (await globalThis.caches?.keys()) ?? []) {
      if (name.startsWith("form-") && !(mine && name.startsWith(`form-${mine}-`))) await caches.delete(name);
    }
  };

  // One's own texts that have not reached the server, of one report or of all.
  const unsent = async (report) => {
    const all = await run("readonly", (store) => store.getAll());
    return all.filter((one) => one.account === account && !one.reached && (!report || one.report === report));
  };

  // What others never came back for. One's own is never too old: a clock may have been wrong.
  const dropOld = async () => {
    for (const one of await run("readonly", (store) => store.getAll())) {
      if (one.account !== account && Date.now() - one.at > DAYS * 864e5) await drop(one);
    }
  };

  const put = (row) => run("readwrite", (store) => store.put(row));
  const get = (...key) => run("readonly", (store) => store.get(key));
  const drop = (row) => run("readwrite", (store) => store.delete([row.account, row.report, row.section]));

  if (meta) forgetForms(account).catch(() => {});

  // Signing out: while text waits here, its page asks first what shall become of it.
  document.addEventListener(
    "submit",
    async (event) => {
      const form = event.target;
      if (!meta || form.getAttribute("action") !== meta.dataset.leave) return;
      if (location.pathname === meta.dataset.leave) return forgetForms("").catch(() => {});
      event.preventDefault();
      const waiting = await unsent().catch(() => []);
      if (waiting.length) return location.assign(meta.dataset.leave);
      await forgetForms("").catch(() => {});
      form.submit();
    },
    true,
  );

  return { account, put, get, drop, dropOld, unsent };
})();
