// [data-reorder]: beside each row of an agenda when it begins ([data-clock]), counted from the
// hour of the form and the minutes of the rows above; below them the sum in words
// ([data-clock-words]; its data-… are the words, data-at how an hour is written). The server says
// the same when it draws the form; a meeting of several days has no running clock, only the sum.
// A row that folds is called by its title ([data-row-title]; its data-empty where it has none).
{
  const MIDNIGHT = 24 * 60;
  const ARABIC = (text) => text.replace(/[๐-๙]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".indexOf(digit));
  const read = (form, name) => ARABIC(form.elements[name]?.value ?? "").trim();
  const minute = (text) => {
    const found = /^(\d{1,2})[.:](\d{2})/.exec(text);
    return found && found[1] < 24 && found[2] < 60 ? found[1] * 60 + Number(found[2]) : null;
  };
  const two = (number) => String(number).padStart(2, "0");
  const clock = (words, at) => words.dataset.at.replace("{h}", two(Math.floor(at / 60))).replace("{m}", two(at % 60));

  const fill = (words, name, told) => words.dataset[name].replace("{n}", told);
  const duration = (words, minutes) => {
    const said = minutes >= 60 ? [fill(words, "hours", Math.floor(minutes / 60))] : [];
    return (minutes % 60 || !said.length ? [...said, fill(words, "minutes", minutes % 60)] : said).join(" ");
  };

  const count = (form) => {
    const list = form.querySelector("[data-reorder]");
    const words = list?.querySelector("[data-clock-words]");
    if (!words) return;
    const isOneDay = [read(form, "starts_on"), ""].includes(read(form, "ends_on"));
    const starts = isOneDay ? minute(read(form, "starts_at")) : null;
    const ends = minute(read(form, "ends_at"));
    let passed = 0;
    let unknown = 0;
    for (const row of list.querySelectorAll("[data-row]")) {
      const has = row.querySelector("input[name$='-title']").value.trim();
      const named = row.querySelector("[data-row-title]");
      named.textContent = has || named.dataset.empty;
      const at = starts === null ? MIDNIGHT : starts + passed;
      const begins = has && at < MIDNIGHT ? clock(words, at) : "";
      for (const place of row.querySelectorAll("[data-clock]")) place.textContent = begins;
      const takes = /^\d{1,3}$/.exec(ARABIC(row.querySelector("input[name$='-minutes']").value.trim()));
      passed += Number(takes?.[0] ?? 0);
      unknown += Boolean(has && !takes);
    }
    const runs = passed && starts !== null;
    const over = runs && ends !== null ? starts + passed - ends : 0;
    const said = passed ? [fill(words, "total", duration(words, passed))] : [];
    if (runs && starts + passed < MIDNIGHT) said.push(fill(words, "ends", clock(words, starts + passed)));
    if (over > 0) said.push(fill(words, "over", duration(words, over)));
    if (passed && unknown) said.push(fill(words, "unknown", unknown));
    words.textContent = said.join(" ");
  };

  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form");
    if (form) count(form);
  });
}
