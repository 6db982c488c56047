"use strict";
// Filters: hides whatever a choice leaves out, and says how much is left.
(() => {
  const form = document.getElementById("filters");
  const said = document.getElementById("said");
  const leaves = [...document.querySelectorAll("[data-leaf]")];
  const holders = [...document.querySelectorAll("[data-holds]")];
  const shifts = leaves.filter((leaf) => leaf.classList.contains("shift"));
  const choices = [...form.querySelectorAll("select")];

  const isLeftOut = (leaf, { name, value }) =>
    name in leaf.dataset && !leaf.dataset[name].split(" ").includes(value);

  const tell = (made) => {
    const left = shifts.filter((shift) => !shift.hidden).length;
    const names = made.map((choice) => choice.selectedOptions[0].text);
    said.textContent = made.length
      ? `${left} of ${shifts.length} shifts shown: ${names.join(", ")}.`
      : `All ${shifts.length} shifts shown.`;
  };

  const apply = () => {
    const made = choices.filter((choice) => choice.value !== "");
    for (const leaf of leaves) {
      leaf.hidden = made.some((choice) => isLeftOut(leaf, choice));
    }
    for (const holder of holders) {
      const isEmpty = !holder.querySelector("[data-leaf]:not([hidden])");
      holder.hidden = made.length > 0 && isEmpty;
    }
    tell(made);
  };

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  said.hidden = false;
  apply();
})();

// Colours: those of the device, unless others are chosen here.
(() => {
  const look = document.getElementById("look");
  look.addEventListener("change", ({ target }) => {
    document.documentElement.dataset.look = target.value;
  });
  look.hidden = false;
})();
