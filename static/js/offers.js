// Places and people offered while somebody types into a field for one ([data-offers] says where they
// are found); without script the code or the number is typed out.
const PAUSE = 150;

function prepare(box) {
  const frame = document.createElement("div");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  frame.className = "offer";
  told.className = "offer-chosen";
  list.id = `${box.id}-offers`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.labels[0]?.innerText ?? box.getAttribute("aria-label") ?? "");
  told.setAttribute("role", "status");
  box.before(frame);
  frame.append(box, list);
  frame.after(told);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.offer = { list, told, offers: [], at: -1, pause: 0, asked: 0 };
}

function option(box, each, index) {
  const item = document.createElement("li");
  const code = document.createElement("code");
  const where = document.createElement("small");
  item.id = `${box.offer.list.id}-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(index === box.offer.at));
  code.textContent = each.code;
  where.textContent = each.where;
  item.append(each.name, code, where);
  item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(box, each); });
  return item;
}

function draw(box) {
  const { list, offers, at } = box.offer;
  list.replaceChildren(...offers.map((each, index) => option(box, each, index)));
  list.hidden = offers.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
  if (at < 0) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", `${list.id}-${at}`);
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function close(box) {
  clearTimeout(box.offer.pause);
  Object.assign(box.offer, { offers: [], at: -1, asked: box.offer.asked + 1 });
  draw(box);
}

const words = (each) => [each.where, each.name].filter(Boolean).join(" › ");

// What the form sends stands in the field, its words below, so that nobody mistakes it.
function choose(box, each) {
  box.value = each.code;
  box.offer.told.textContent = words(each);
  close(box);
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

// What the portal finds for the words typed; nothing where something else was typed meanwhile.
async function found(box) {
  const mine = (box.offer.asked += 1);
  const query = encodeURIComponent(box.value.trim());
  const answer = await fetch(`${box.dataset.offers}?q=${query}`).catch(() => null);
  if (!answer?.ok || mine !== box.offer.asked) return null;
  return (await answer.json()).offers;
}

async function ask(box) {
  if (!box.value.trim()) return close(box);
  const offers = await found(box);
  if (!offers) return;
  Object.assign(box.offer, { offers, at: -1 });
  draw(box);
}

// A code that the page brought along is told in words too.
async function tell(box) {
  const same = (each) => each.code.toLowerCase() === box.value.trim().toLowerCase();
  const meant = box.value.trim() ? (await found(box))?.find(same) : null;
  if (meant) box.offer.told.textContent = words(meant);
}

document.addEventListener("input", (event) => {
  const box = event.target;
  if (!box.matches("[data-offers]") || event.isComposing) return;
  box.offer.told.textContent = "";
  clearTimeout(box.offer.pause);
  box.offer.pause = setTimeout(ask, PAUSE, box);
});

document.addEventListener("compositionend", (event) => {
  if (event.target.matches("[data-offers]")) ask(event.target);
});

document.addEventListener("keydown", (event) => {
  const offer = event.target.offer;
  if (!offer || event.isComposing) return;
  const count = offer.offers.length;
  if (event.key === "ArrowDown" && !count) return void ask(event.target);
  if (!count) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    offer.at = offer.at < 0 && step < 0 ? count - 1 : (offer.at + step + count) % count;
    draw(event.target);
  } else if (event.key === "Enter" && offer.at >= 0) choose(event.target, offer.offers[offer.at]);
  else if (event.key === "Escape") close(event.target);
  else return;
  event.preventDefault();
});

document.addEventListener("focusout", (event) => {
  if (event.target.offer) close(event.target);
});

function prepareAll(part) {
  for (const box of part.querySelectorAll("[data-offers]")) {
    if (box.offer) continue;
    prepare(box);
    tell(box);
  }
}

prepareAll(document);
document.addEventListener("htmx:afterSwap", () => prepareAll(document));
