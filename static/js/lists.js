// Lists: select all on the page or all that was found, and say how many are selected.
function selection() {
  const bar = document.querySelector("[data-selection]");
  if (!bar) return;
  const boxes = [...document.querySelectorAll("#selected input[name=item]")];
  const found = bar.querySelector("[data-select-found]");
  const ticked = boxes.filter((box) => box.checked).length;
  const count = found?.checked ? Number(found.value) : ticked;
  for (const box of boxes) box.disabled = Boolean(found?.checked);
  bar.querySelector("[data-selected]").textContent = count;
  bar.querySelector("[data-select-all]").checked = boxes.length > 0 && ticked === boxes.length;
  bar.classList.toggle("list-bar-idle", count === 0);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-select-all]")) {
    for (const box of document.querySelectorAll("#selected input[name=item]")) box.checked = event.target.checked;
  }
  if (event.target.closest("#selected")) selection();
});
document.addEventListener("htmx:afterSettle", selection);
window.addEventListener("pageshow", selection);
