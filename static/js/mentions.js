// Names of staff offered while somebody types after an @. Without it names are written out.
const AFTER_AT = /(?:^|[^\w.+-])[@＠]([^\s@＠,，。;；:：!！?？、()（）]{1,20})$/;
const PAUSE = 150;

function prepare(box) {
  const frame = document.createElement("div");
  frame.className = "mentions";
  box.before(frame);
  const list = document.createElement("ul");
  list.className = "mentions-list";
  list.id = `${box.id}-people`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  frame.append(box, list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.mentions = { list, people: [], chosen: 0, pause: 0, asked: 0 };
}

const typed = (box) => AFTER_AT.exec(box.value.slice(0, box.selectionStart))?.[1];

function close(box) {
  box.mentions.people = [];
  box.mentions.asked += 1;
  clearTimeout(box.mentions.pause);
  draw(box);
}

function draw(box) {
  const { list, people, chosen } = box.mentions;
  list.replaceChildren(...people.map((person, index) => {
    const item = document.createElement("li");
    const words = document.createElement("small");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(index === chosen));
    item.append(person.name, words);
    words.textContent = [person.code, person.where].filter(Boolean).join(" · ");
    item.addEventListener("mousedown", (event) => { event.preventDefault(); write(box, person); });
    return item;
  }));
  list.hidden = people.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
  if (list.hidden) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
}

// A name that several people bear is written as the number, which means one of them alone.
function write(box, person) {
  const begun = typed(box) ?? "";
  const namesakes = box.mentions.people.filter((each) => each.name === person.name).length;
  const end = box.selectionStart;
  box.setRangeText(`${namesakes > 1 ? person.code : person.name} `, end - begun.length, end, "end");
  close(box);
  box.focus();
}

async function offer(box) {
  const begun = typed(box);
  if (!begun) return close(box);
  const mine = (box.mentions.asked += 1);
  const answer = await fetch(`${box.form.dataset.people}?q=${encodeURIComponent(begun)}`).catch(() => null);
  if (!answer?.ok || mine !== box.mentions.asked) return;
  box.mentions.people = (await answer.json()).offers;
  box.mentions.chosen = 0;
  draw(box);
}

document.addEventListener("input", (event) => {
  const box = event.target;
  if (!box.matches("[data-mentions]") || !box.form?.dataset.people) return;
  if (!box.mentions) { prepare(box); box.focus(); }
  clearTimeout(box.mentions.pause);
  box.mentions.pause = setTimeout(offer, PAUSE, box);
});

document.addEventListener("keydown", (event) => {
  const state = event.target.mentions;
  if (!state || state.list.hidden || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    state.chosen = (state.chosen + step + state.people.length) % state.people.length;
    draw(event.target);
  } else if (event.key === "Enter" || event.key === "Tab") write(event.target, state.people[state.chosen]);
  else if (event.key === "Escape") close(event.target);
  else return;
  event.preventDefault();
});

document.addEventListener("focusout", (event) => {
  if (event.target.mentions) close(event.target);
});
