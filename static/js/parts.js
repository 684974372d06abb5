// Walking over parts: a part's lines open on the page, and each tap is a mark. It travels as soon as
// it is made; until the portal has said that it is kept, it lies in this device's storage under the
// walker's own key, so that neither a lost signal nor a closed page loses it.
const form = document.querySelector("form[data-parts]");
const sheet = document.querySelector("[data-sheet]");
const told = form.querySelector("[data-walk-state]");
const fault = sheet.querySelector("[data-sheet-fault]");
const slot = `parts:${document.body.dataset.person}:${form.dataset.parts}`;
const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 15000;
const TYPING = 800;
const MOST = 99;

// "part:line" → what is to be said of it; kept in the order of the taps.
let queue = new Map(JSON.parse(localStorage.getItem(slot) ?? "[]"));
let open = null;
let sending = false;
let finishing = false;
let isOver = false;
let pause = FIRST_PAUSE;
let timer = null;
let typing = null;

const cardOf = (part) => form.querySelector(`[data-part="${part}"]`);
const lines = () => [...sheet.querySelectorAll("[data-item]")];
const markOf = (part, line) => cardOf(part)?.querySelector(`[data-marks] [data-line="${line}"]`);
const number = (typed) => Number(String(typed).replace(",", "."));

function keep() {
  if (queue.size) localStorage.setItem(slot, JSON.stringify([...queue]));
  else localStorage.removeItem(slot);
}

function tell(word) {
  told.textContent = told.dataset[word] ?? "";
  told.classList.toggle("is-waiting", ["waiting", "finishing", "over"].includes(word));
}

// The mark on the part's card, as it is to be; nothing takes it off.
function draw(part, line, said) {
  const card = cardOf(part);
  const item = sheet.querySelector(`[data-item="${line}"]`);
  if (!card || !item) return;
  let mark = markOf(part, line);
  const isScore = item.dataset.kind === "score";
  const stands = isScore ? number(said.points || 0) > 0 : said.times > 0;
  if (!stands) mark?.remove();
  else {
    if (!mark) {
      mark = document.createElement("li");
      mark.dataset.line = line;
      card.querySelector("[data-marks]").append(mark);
    }
    Object.assign(mark.dataset, { times: said.times, points: said.points, words: said.words, pupil: said.pupil });
    const often = isScore ? ` −${said.points}` : said.times > 1 ? ` ×${said.times}` : "";
    mark.textContent = item.dataset.title + often;
  }
  card.classList.toggle("is-marked", Boolean(card.querySelector("[data-marks] li")));
}

function saidOf(part, line) {
  const { times = "0", points = "", words = "", pupil = "" } = markOf(part, line)?.dataset ?? {};
  return { times: Number(times), points, words, pupil };
}

// The line on the sheet, with what is said of it at the open part.
function show(item) {
  const said = saidOf(open, item.dataset.item);
  const isScore = item.dataset.kind === "score";
  const stands = Boolean(markOf(open, item.dataset.item));
  item.classList.toggle("is-marked", stands);
  item.querySelector("[data-marked]").hidden = !stands && !item.classList.contains("is-open");
  if (!isScore) item.querySelector("[data-count]").textContent = said.times;
  else if (item.querySelector("[data-points]") !== document.activeElement) item.querySelector("[data-points]").value = said.points;
  const words = item.querySelector("[data-words]");
  if (words !== document.activeElement) words.value = said.words;
  item.querySelector("[data-photo]").href = `${cardOf(open).querySelector("a").href}#line-${item.dataset.item}`;
}

function say(item, changes) {
  if (isOver) return;
  const line = item.dataset.item;
  const said = { ...saidOf(open, line), ...changes };
  draw(open, line, said);
  show(item);
  const key = `${open}:${line}`;
  queue.delete(key);
  queue.set(key, said);
  keep();
  send();
}

function more(item, by) {
  const { times } = saidOf(open, item.dataset.item);
  say(item, { times: Math.min(Math.max(times + by, 0), MOST) });
}

function openSheet(card) {
  open = card.dataset.part;
  sheet.querySelector("[data-sheet-title]").textContent = card.querySelector("strong").textContent;
  fault.hidden = true;
  for (const item of lines()) { item.classList.remove("is-open"); show(item); }
  sheet.showModal();
  sheet.querySelector("[data-sheet-title]").focus();
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

async function post(key, said) {
  const [part, line] = key.split(":");
  const body = new FormData();
  for (const [name, value] of Object.entries(said)) body.append(`line-${line}-${name}`, value);
  const path = `${cardOf(part).querySelector("a").pathname}lines/${line}/`;
  const headers = { "X-CSRFToken": token, Accept: "application/json" };
  return fetch(path, { method: "POST", body, headers, redirect: "manual" });
}

async function understood(answer) {
  if (answer.ok) fault.hidden = true;
  else if (answer.status === 422) {
    fault.textContent = (await answer.json()).error;
    fault.hidden = false;
    told.textContent = fault.textContent;
    finishing = false;
  } else if (answer.status === 409) stop((await answer.json()).error);
  else if (answer.status === 404) stop("");
  // Signed out, or a token that has run out: the page asks anew and sends what is kept then.
  else location.reload();
}

async function send() {
  if (sending || isOver) return;
  const [key, said] = queue.entries().next().value ?? [];
  if (key === undefined) { settled(); return; }
  if (!cardOf(key.split(":")[0])) { queue.delete(key); keep(); send(); return; }
  sending = true;
  if (!timer) tell("sending");
  const answer = await post(key, said).catch(() => null);
  sending = false;
  if (!answer || answer.status >= 500) { later(); return; }
  timer = clearTimeout(timer) ?? null;
  pause = FIRST_PAUSE;
  // What was tapped meanwhile is said anew; it has replaced this in the queue.
  if (queue.get(key) === said) queue.delete(key);
  keep();
  await understood(answer);
  send();
}

function settled() {
  if (fault.hidden) tell("saved");
  if (!finishing) return;
  finishing = false;
  form.noFurther = true;
  form.submit();
}

form.addEventListener("click", (event) => {
  const link = event.target.closest("[data-part] a.part-open");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  openSheet(link.closest("[data-part]"));
});
form.addEventListener("submit", (event) => {
  if (form.noFurther) return;
  event.preventDefault();
  event.stopPropagation();
  finishing = true;
  tell("finishing");
  send();
});
sheet.addEventListener("click", (event) => {
  const item = event.target.closest("[data-item]");
  if (event.target.closest("[data-sheet-close]")) sheet.close();
  else if (event.target.closest("[data-less]")) more(item, -1);
  else if (event.target.closest("[data-plus], [data-more]")) {
    if (item.dataset.kind !== "score") { more(item, 1); return; }
    item.classList.add("is-open");
    show(item);
    item.querySelector("[data-points]").focus();
  }
});
sheet.addEventListener("input", (event) => {
  const item = event.target.closest("[data-item]");
  clearTimeout(typing);
  const isPoints = event.target.matches("[data-points]");
  const changes = { [isPoints ? "points" : "words"]: isPoints ? event.target.value.replace(",", ".") : event.target.value };
  if (isPoints && Number.isNaN(number(event.target.value))) return;
  typing = setTimeout(say, TYPING, item, changes);
});
sheet.addEventListener("change", (event) => {
  if (!event.target.matches("[data-points], [data-words]")) return;
  clearTimeout(typing);
  const isPoints = event.target.matches("[data-points]");
  if (isPoints && Number.isNaN(number(event.target.value))) return;
  say(event.target.closest("[data-item]"), { [isPoints ? "points" : "words"]: isPoints ? event.target.value.replace(",", ".") : event.target.value });
});
sheet.addEventListener("close", () => {
  cardOf(open)?.querySelector("a").focus({ preventScroll: true });
});

function again() { pause = FIRST_PAUSE; send(); }
window.addEventListener("online", again);
document.addEventListener("visibilitychange", () => { if (!document.hidden) again(); });

for (const [key, said] of queue) draw(...key.split(":"), said);
send();
