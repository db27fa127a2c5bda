// A form posts once: its buttons rest until the answer comes. Back and a refused
// request wake them again.
{
  const rest = (form, resting) => {
    for (const button of document.querySelectorAll("button")) {
      if (button.form !== form || button.type !== "submit") continue;
      if (resting) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
    if (resting) form.dataset.sent = "";
    else delete form.dataset.sent;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if ("sent" in form.dataset) event.preventDefault();
    else if (!event.defaultPrevented) rest(form, true);
  });

  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) rest(form, false);
  });
}
