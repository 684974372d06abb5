// Walking a checklist: each line travels as soon as it is tapped. Until the portal has said that it
// is kept, it lies in this device's storage under the walker's own key: neither a lost signal nor a
// closed page loses it. Photos travel by attachments.js and are tried again when the signal is back.
const form = document.querySelector("form[data-walk]");
const told = form.querySelector("[data-walk-state]");
const slot = `walk:${document.body.dataset.person}:${form.dataset.walk}`;
const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 15000;
const TYPING = 800;

// Line → what it is to say; kept in the order of the taps.
let queue = new Map(JSON.parse(localStorage.getItem(slot) ?? "[]"));
let sending = false;
let finishing = false;
let isOver = false;
let pause = FIRST_PAUSE;
let timer = null;

const lineOf = (element) => element.closest("[data-line]");
const failedPhotos = () => [...form.querySelectorAll("[data-files-item][data-state=failed] [data-files-retry]:not([hidden])")];
const travelling = () => form.querySelector("[data-files-item][data-state=waiting], [data-files-item][data-state=travelling]");

function keep() {
  if (queue.size) localStorage.setItem(slot, JSON.stringify([...queue]));
  else localStorage.removeItem(slot);
}

function tell(word) {
  told.textContent = told.dataset[word] ?? "";
  told.classList.toggle("is-waiting", ["waiting", "finishing", "over"].includes(word));
}

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
  if (isOver) return;
  show(line);
  queue.delete(line.dataset.line);
  queue.set(line.dataset.line, saidBy(line));
  keep();
  send();
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

function later() {
  clearTimeout(timer);
  timer = setTimeout(send, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
  tell(finishing ? "finishing" : "waiting");
}

// The walk is over, or another's: nothing more is taken, and the sentence says why.
function stop(sentence) {
  isOver = true;
  queue = new Map();
  keep();
  tell("over");
  if (sentence) told.textContent = sentence;
}

async function post(line, said) {
  const body = new FormData();
  for (const [name, value] of said) body.append(name, value);
  const headers = { "X-CSRFToken": token, Accept: "application/json" };
  return fetch(line.dataset.path, { method: "POST", body, headers, redirect: "manual" });
}

async function understood(answer, line, said) {
  if (answer.ok) {
    fault(line, "");
    bound(line, said);
  } else if (answer.status === 422) fault(line, (await answer.json()).error);
  else if (answer.status === 409) return stop((await answer.json()).error);
  else if (answer.status === 404) return stop("");
  // Signed out, or a token that has run out: the page asks anew and sends what is kept then.
  else if (answer.type === "opaqueredirect" || answer.status < 500) return location.reload();
  else return later();
  return null;
}

async function send() {
  if (sending || isOver) return;
  const [key, said] = queue.entries().next().value ?? [];
  if (key === undefined) return settled();
  const line = form.querySelector(`[data-line="${key}"]`);
  if (!line) { queue.delete(key); keep(); return send(); }
  sending = true;
  if (!timer) tell("sending");
  const answer = await post(line, said).catch(() => null);
  sending = false;
  if (!answer || answer.status >= 500) return later();
  timer = clearTimeout(timer) ?? null;
  pause = FIRST_PAUSE;
  // What was tapped meanwhile is said anew; it has replaced this in the queue.
  if (queue.get(key) === said) queue.delete(key);
  keep();
  await understood(answer, line, said);
  return send();
}

function settled() {
  if (travelling()) return tell("photos");
  tell("saved");
  if (finishing && !failedPhotos().length) finish();
  return null;
}

function finish() {
  finishing = false;
  form.action = form.dataset.finish;
  form.noFurther = true;
  form.submit();
}

function restore() {
  for (const [key, said] of queue) {
    const line = form.querySelector(`[data-line="${key}"]`);
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

// The lines are on their way already: the button waits for them, then ends the walk. Photos that are
// still travelling hold it as they hold any form (attachments.js), and press it again.
form.addEventListener("submit", (event) => {
  if (form.noFurther) return;
  event.preventDefault();
  event.stopPropagation();
  finishing = true;
  tell("finishing");
  send();
});

function again() {
  pause = FIRST_PAUSE;
  for (const button of failedPhotos()) button.click();
  send();
}
window.addEventListener("online", again);
document.addEventListener("visibilitychange", () => { if (!document.hidden) again(); });
window.addEventListener("beforeunload", (event) => {
  if (!form.noFurther && (failedPhotos().length || travelling())) event.preventDefault();
});

restore();
if (queue.size) send();
