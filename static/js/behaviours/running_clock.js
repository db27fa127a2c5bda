// [data-reorder]: beside each row of an agenda when it begins ([data-clock]), counted from the
// hour of the form and the minutes of the rows above; below them the sum in words
// ([data-clock-words] with data-total, data-ends, data-over). The server says the same when it
// draws the form; a meeting of several days has no running clock, only the sum.
{
  const ARABIC = (text) => text.replace(/[๐-๙]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".indexOf(digit));
  const read = (form, name) => ARABIC(form.elements[name]?.value ?? "").trim();
  const minute = (text) => {
    const found = /^(\d{1,2})[.:](\d{2})/.exec(text);
    return found && found[1] < 24 && found[2] < 60 ? found[1] * 60 + Number(found[2]) : null;
  };
  const clock = (at) => `${String(Math.floor(at / 60)).padStart(2, "0")}.${String(at % 60).padStart(2, "0")}`;

  const count = (form) => {
    const list = form.querySelector("[data-reorder]");
    const words = list?.querySelector("[data-clock-words]");
    if (!words) return;
    const isOneDay = [read(form, "starts_on"), ""].includes(read(form, "ends_on"));
    const starts = isOneDay ? minute(read(form, "starts_at")) : null;
    const ends = minute(read(form, "ends_at"));
    let passed = 0;
    for (const row of list.querySelectorAll("[data-row]")) {
      const has = row.querySelector("input[name$='-title']").value.trim();
      const at = starts === null ? 1440 : starts + passed;
      row.querySelector("[data-clock]").textContent = has && at < 1440 ? `${clock(at)} น.` : "";
      passed += Number(/^\d{1,3}$/.exec(ARABIC(row.querySelector("input[name$='-minutes']").value.trim()))?.[0] ?? 0);
    }
    const said = passed ? [words.dataset.total.replace("{minutes}", passed)] : [];
    if (passed && starts !== null && starts + passed < 1440) said.push(words.dataset.ends.replace("{clock}", clock(starts + passed)));
    if (passed && starts !== null && ends !== null && starts + passed > ends) said.push(words.dataset.over.replace("{minutes}", starts + passed - ends));
    words.textContent = said.join(" ");
  };

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form");
    if (form) count(form);
  });
}
