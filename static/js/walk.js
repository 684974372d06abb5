// Walking a checklist: each line travels as soon as it is tapped (outbox.js). Photos travel by
// attachments.js and are tried again when the signal is back.
import { Outbox } from "./outbox.js";

const form = document.querySelector("form[data-walk]");
const TYPING = 800;

const lineAt = (key) => form.querySelector(`[data-line="${key}"]`);
const lineOf = (element) => element.closest("[data-line]");
const failedPhotos = () => [...form.querySelectorAll("[data-files-item][data-state=failed] [data-files-retry]:not([hidden])")];
const travelling = () => form.querySelector("[data-files-item][data-state=waiting], [data-files-item][data-state=travelling]");

// What the line's own fields say, but for files: those are carried as numbers.
function saidBy(line) {
  const fields = [...line.querySelectorAll("input, textarea")].filter((field) => field.name && field.type !== "file");
  return fields
    .filter((field) => !["radio", "checkbox"].includes(field.type) || field.checked)
    .map((field) => [field.name, field.value]);
}

function isFault(line) {
  if (line.querySelector("input[value=failed]:checked, [data-bad]:checked")) return true;
  const number = line.dataset.low === undefined ? null : line.querySelector("input[inputmode]");
  if (!number?.value.trim()) return false;
  const value = Number(number.value);
  const { low, high } = line.dataset;
  return (low !== "" && value < Number(low)) || (high !== "" && value > Number(high));
}

function show(line) {
  line.classList.toggle("is-fault", isFault(line));
}

function put(line) {
  if (outbox.isOver) return;
  show(line);
  outbox.put(line.dataset.line, saidBy(line));
}

function fault(line, sentence) {
  const note = line.querySelector("[data-line-fault]");
  note.textContent = sentence;
  note.hidden = !sentence;
}

// Photos that the portal has bound to the finding are not sent a second time.
function bound(line, said) {
  for (const tick of line.querySelectorAll("[data-files-item] input[type=checkbox]")) {
    if (said.some(([name, value]) => name === tick.name && value === tick.value)) tick.removeAttribute("name");
  }
}

function settled() {
  if (travelling()) { outbox.tell("photos"); return; }
  outbox.tell("saved");
  if (!outbox.finishing || failedPhotos().length) return;
  form.action = form.dataset.finish;
  outbox.finish();
}

// Photos that are still travelling hold the form as they hold any (attachments.js), and press its
// button again.
const outbox = new Outbox(form, "walk", form.dataset.walk, {
  isHere: lineAt,
  path: (key) => lineAt(key).dataset.path,
  fields: (key, said) => said,
  taken: (key, said) => { fault(lineAt(key), ""); bound(lineAt(key), said); },
  refused: (key, sentence) => fault(lineAt(key), sentence),
  settled,
  again: () => { for (const button of failedPhotos()) button.click(); },
});

function restore() {
  for (const [key, said] of outbox.waiting) {
    const line = lineAt(key);
    if (!line) continue;
    for (const field of line.querySelectorAll("input[type=radio]")) {
      field.checked = said.some(([name, value]) => name === field.name && value === field.value);
    }
    for (const [name, value] of said) {
      const field = line.querySelector(`textarea[name="${name}"], input[inputmode][name="${name}"]`);
      if (field) field.value = value;
    }
  }
  for (const line of form.querySelectorAll("[data-line]")) show(line);
}

let typing = null;
form.addEventListener("change", (event) => {
  const line = lineOf(event.target);
  if (line && event.target.type !== "file") { clearTimeout(typing); put(line); }
});
form.addEventListener("input", (event) => {
  const line = lineOf(event.target);
  if (!line || !event.target.matches("textarea, input[inputmode]")) return;
  clearTimeout(typing);
  typing = setTimeout(put, TYPING, line);
});
form.addEventListener("files-kept", (event) => {
  const line = lineOf(event.target);
  if (line) put(line);
});

window.addEventListener("beforeunload", (event) => {
  if (!form.noFurther && (failedPhotos().length || travelling())) event.preventDefault();
});

restore();
if (outbox.waiting.length) outbox.send();
