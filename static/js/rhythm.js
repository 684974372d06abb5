// A schedule's form: only the fields that count for the chosen rhythm are shown.
const rhythm = document.querySelector("select[name=rhythm]");

function show() {
  for (const part of document.querySelectorAll("[data-rhythms]")) {
    part.hidden = !part.dataset.rhythms.split(" ").includes(rhythm.value);
  }
}

rhythm.addEventListener("change", show);
show();
