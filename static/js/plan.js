// The list of plan items: select all, and say how many are selected.
function selection() {
  const all = [...document.querySelectorAll("#selected input[name=item]")];
  const chosen = all.filter((box) => box.checked);
  const bar = document.querySelector("[data-selection]");
  if (!bar) return;
  bar.querySelector("[data-selected]").textContent = chosen.length;
  bar.querySelector("[data-select-all]").checked = all.length > 0 && chosen.length === all.length;
  bar.classList.toggle("plan-bar-idle", chosen.length === 0);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-select-all]")) {
    for (const box of document.querySelectorAll("#selected input[name=item]")) box.checked = event.target.checked;
  }
  selection();
});
document.addEventListener("htmx:afterSettle", selection);
window.addEventListener("pageshow", selection);
