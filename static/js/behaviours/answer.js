// [data-answer]: a number, or what stands instead of it, never both. Typing a number
// lets go of the choice; choosing "none (0)" writes 0, a choice that ends in a number (the sum of
// the provinces, "provinces-12") writes that, and any other choice empties the box.
{
  const numberOf = (choice) => (choice === "zero" ? "0" : (choice.match(/-(\d+)$/)?.[1] ?? ""));

  document.addEventListener("input", ({ target }) => {
    const answer = target.closest?.("[data-answer]");
    if (!answer) return;
    const box = answer.querySelector("input[inputmode=numeric]");
    const instead = answer.querySelectorAll("input[type=radio]");
    if (target === box) for (const radio of instead) radio.checked = radio.value === "nothing_yet" && box.value === "";
    if (target.type === "radio") box.value = numberOf(target.value);
  });
}
