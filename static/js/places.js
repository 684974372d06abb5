// Places offered while somebody types into a field for one; without script the code is typed out.
const PAUSE = 150;

function prepare(box) {
  const frame = document.createElement("div");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  frame.className = "place-offer";
  told.className = "place-chosen";
  list.id = `${box.id}-places`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.labels[0]?.innerText ?? "");
  told.setAttribute("role", "status");
  box.before(frame);
  frame.append(box, list);
  frame.after(told);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.offer = { list, told, places: [], at: -1, pause: 0, asked: 0 };
}

function option(box, place, index) {
  const item = document.createElement("li");
  const code = document.createElement("code");
  const where = document.createElement("small");
  item.id = `${box.offer.list.id}-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(index === box.offer.at));
  code.textContent = place.code;
  where.textContent = place.where;
  item.append(place.name, code, where);
  item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(box, place); });
  return item;
}

function draw(box) {
  const { list, places, at } = box.offer;
  list.replaceChildren(...places.map((place, index) => option(box, place, index)));
  list.hidden = places.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
  if (at < 0) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", `${list.id}-${at}`);
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function close(box) {
  clearTimeout(box.offer.pause);
  Object.assign(box.offer, { places: [], at: -1, asked: box.offer.asked + 1 });
  draw(box);
}

const words = (place) => [place.where, place.name].filter(Boolean).join(" › ");

// The code is what the form sends; its words stand below, so that nobody mistakes it.
function choose(box, place) {
  box.value = place.code;
  box.offer.told.textContent = words(place);
  close(box);
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

// What the portal finds for the words typed; nothing where something else was typed meanwhile.
async function found(box) {
  const mine = (box.offer.asked += 1);
  const query = encodeURIComponent(box.value.trim());
  const answer = await fetch(`${box.dataset.places}?q=${query}`).catch(() => null);
  if (!answer?.ok || mine !== box.offer.asked) return null;
  return (await answer.json()).places;
}

async function ask(box) {
  if (!box.value.trim()) return close(box);
  const places = await found(box);
  if (!places) return;
  Object.assign(box.offer, { places, at: -1 });
  draw(box);
}

// A code that the page brought along is told in words too.
async function tell(box) {
  const same = (place) => place.code.toLowerCase() === box.value.trim().toLowerCase();
  const place = box.value.trim() ? (await found(box))?.find(same) : null;
  if (place) box.offer.told.textContent = words(place);
}

document.addEventListener("input", (event) => {
  const box = event.target;
  if (!box.matches("[data-places]") || event.isComposing) return;
  box.offer.told.textContent = "";
  clearTimeout(box.offer.pause);
  box.offer.pause = setTimeout(ask, PAUSE, box);
});

document.addEventListener("compositionend", (event) => {
  if (event.target.matches("[data-places]")) ask(event.target);
});

document.addEventListener("keydown", (event) => {
  const offer = event.target.offer;
  if (!offer || event.isComposing) return;
  const count = offer.places.length;
  if (event.key === "ArrowDown" && !count) return void ask(event.target);
  if (!count) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    offer.at = offer.at < 0 && step < 0 ? count - 1 : (offer.at + step + count) % count;
    draw(event.target);
  } else if (event.key === "Enter" && offer.at >= 0) choose(event.target, offer.places[offer.at]);
  else if (event.key === "Escape") close(event.target);
  else return;
  event.preventDefault();
});

document.addEventListener("focusout", (event) => {
  if (event.target.offer) close(event.target);
});

for (const box of document.querySelectorAll("[data-places]")) {
  prepare(box);
  tell(box);
}
