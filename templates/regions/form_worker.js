{% load static %}// Opens the form of a report without a connection: the copy the server gave last, never another page,
// and never while the network answers. static/js/behaviours/mirror.js puts the typed text back.
const FORM = /^\/reports\/(\d+)\/$/;
const STATIC = "{% get_static_prefix %}";
const PATIENCE = 10_000; // no answer for so long is no network
const HURRY = 3_000; // nor is it for what the page must have before it shows
const GATEWAYS = [502, 503, 504]; // somebody on the way answered, not the portal
const OLD = 14 * 864e5; // as long as a signed-in session lives

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && FORM.test(url.pathname)) event.respondWith(form(event, url.pathname));
  else if (url.pathname.startsWith(STATIC)) event.respondWith(asset(request));
});

const form = async (event, path) => {
  const kept = await copyOf(path);
  try {
    const asked = fetch(event.request);
    const answer = await (kept ? Promise.race([asked, late(PATIENCE)]) : asked);
    if (kept && GATEWAYS.includes(answer.status)) return kept;
    event.waitUntil(renew(path, answer.clone()));
    return answer;
  } catch {
    return kept ?? Response.error();
  }
};

const late = (pause) => new Promise((_, reject) => setTimeout(reject, pause));

const copyOf = async (path) => {
  const kept = await caches.match(path, { ignoreVary: true });
  if (!kept || Date.now() - Date.parse(kept.headers.get("Date")) > OLD) return null;
  const headers = new Headers(kept.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response((await kept.text()).replace("<html ", "<html data-copy "), { headers });
};

// A form takes the place of its last copy; a report that is no form any more loses it.
const renew = async (path, answer) => {
  const report = FORM.exec(path)[1];
  const account = answer.headers.get("X-Form-Of");
  if (answer.ok && account) {
    const name = `form-${account}-${report}`;
    if (await caches.has(name)) await (await caches.open(name)).put(path, answer);
  } else if (answer.status < 500) {
    for (const name of await caches.keys()) if (name.endsWith(`-${report}`)) await caches.delete(name);
  }
};

// A copy may be older than what the portal serves today: what is gone there is still here.
const asset = async (request) => {
  const kept = await caches.match(request, { ignoreVary: true });
  if (!kept) return fetch(request);
  try {
    const answer = await Promise.race([fetch(request), late(HURRY)]);
    return answer.ok ? answer : kept;
  } catch {
    return kept;
  }
};
