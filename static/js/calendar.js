// Moving an entry by dragging its bar to another day. Without it the entry's own page moves it.
const form = document.getElementById("move-entry");
const dayLength = 24 * 3600 * 1000;
let dragged = null;

const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / dayLength;
const isoDay = (number) => new Date(number * dayLength).toISOString().slice(0, 10);

function dayUnder(event) {
  const found = document.elementsFromPoint(event.clientX, event.clientY);
  return found.find((element) => element.matches(".day[data-day]"));
}

function mark(day) {
  for (const marked of document.querySelectorAll(".drop-here")) marked.classList.remove("drop-here");
  day?.classList.add("drop-here");
}

for (const bar of document.querySelectorAll(".bar[data-move]")) {
  bar.draggable = true;
  bar.addEventListener("dragstart", (event) => {
    dragged = { bar, from: dayUnder(event)?.dataset.day ?? bar.dataset.first };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", bar.dataset.first);
  });
  bar.addEventListener("dragend", () => { dragged = null; mark(null); });
}

document.addEventListener("dragover", (event) => {
  const day = dragged && dayUnder(event);
  if (!day) return;
  event.preventDefault();
  mark(day);
});

document.addEventListener("drop", (event) => {
  const day = dragged && dayUnder(event);
  if (!day) return;
  event.preventDefault();
  const moved = dayNumber(day.dataset.day) - dayNumber(dragged.from);
  if (!moved) return;
  form.action = dragged.bar.dataset.move;
  form.elements.to.value = isoDay(dayNumber(dragged.bar.dataset.first) + moved);
  form.submit();
});
