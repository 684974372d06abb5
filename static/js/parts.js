// Walking over parts: a part's lines open on the page, and each tap is a mark that travels as soon as
// it is made (outbox.js).
import { Outbox } from "./outbox.js";

const form = document.querySelector("form[data-parts]");
const sheet = document.querySelector("[data-sheet]");
const fault = sheet.querySelector("[data-sheet-fault]");
const TYPING = 800;
const MOST = 99;

let open = null;
let typing = null;

const cardOf = (part) => form.querySelector(`[data-part="${part}"]`);
const lines = () => [...sheet.querySelectorAll("[data-item]")];
const markOf = (part, line) => cardOf(part)?.querySelector(`[data-marks] [data-line="${line}"]`);
const number = (typed) => Number(String(typed).replace(",", "."));

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
  if (outbox.isOver) return;
  const line = item.dataset.item;
  const said = { ...saidOf(open, line), ...changes };
  draw(open, line, said);
  show(item);
  outbox.put(`${open}:${line}`, said);
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

function refused(sentence) {
  fault.textContent = sentence;
  fault.hidden = false;
  outbox.tell("refused", sentence);
  outbox.finishing = false;
}

function settled() {
  if (fault.hidden) outbox.tell("saved");
  if (outbox.finishing) outbox.finish();
}

// What waits lies under "part:line".
const partOf = (key) => cardOf(key.split(":")[0]);
const lineOf = (key) => key.split(":")[1];
const outbox = new Outbox(form, "parts", form.dataset.parts, {
  isHere: partOf,
  path: (key) => `${partOf(key).querySelector("a").pathname}lines/${lineOf(key)}/`,
  fields: (key, said) => Object.entries(said).map(([name, value]) => [`line-${lineOf(key)}-${name}`, value]),
  taken: () => { fault.hidden = true; },
  refused: (key, sentence) => refused(sentence),
  settled,
});

form.addEventListener("click", (event) => {
  const link = event.target.closest("[data-part] a.part-open");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  openSheet(link.closest("[data-part]"));
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

for (const [key, said] of outbox.waiting) draw(...key.split(":"), said);
outbox.send();
