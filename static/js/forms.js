// What is being typed stays in this tab until it has been taken: a lost connection, a reload or the
// back button lose nothing. Bound to the person, gone with the tab; passwords and files are left out.
const person = document.body.dataset.person;
const SENT = "typed:sent";
const LEFT_OUT = ["hidden", "password", "file", "submit"];

const fields = (form) => [...form.elements].filter((field) => field.name && !LEFT_OUT.includes(field.type));
const slotOf = (form) => `typed:${person}:${location.pathname}:${form.getAttribute("action") ?? ""}`;
const isTick = (field) => ["checkbox", "radio"].includes(field.type);

function keep(form) {
  const typed = fields(form).map((field) => [field.name, field.value, isTick(field) ? field.checked : true]);
  sessionStorage.setItem(slotOf(form), JSON.stringify(typed));
}

function restore(form) {
  const kept = sessionStorage.getItem(slotOf(form));
  if (!kept || form.querySelector(".is-invalid")) return;
  const ticks = new Map(JSON.parse(kept).map(([name, value, on]) => [`${name}=${value}`, on]));
  const values = new Map(JSON.parse(kept).map(([name, value]) => [name, value]));
  let changed = false;
  for (const field of fields(form)) {
    if (isTick(field)) field.checked = ticks.get(`${field.name}=${field.value}`) ?? field.checked;
    else if (values.has(field.name) && field.value !== values.get(field.name)) {
      field.value = values.get(field.name);
      changed = true;
    }
  }
  if (changed) form.querySelector("[data-kept-note]")?.removeAttribute("hidden");
}

function forgetSent() {
  const sent = sessionStorage.getItem(SENT);
  const [arrival] = performance.getEntriesByType("navigation");
  if (sent && arrival?.type === "navigate") sessionStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}

forgetSent();
for (const form of document.querySelectorAll("form[data-keep]")) restore(form);

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("form[data-keep]")) keep(form);
});

document.addEventListener("click", (event) => {
  const form = event.target.closest("[data-forget-typed]")?.form;
  if (!form) return;
  sessionStorage.removeItem(slotOf(form));
  form.reset();
  form.querySelector("[data-kept-note]").hidden = true;
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  const note = document.getElementById("no-connection");
  if (!navigator.onLine && note) {
    event.preventDefault();
    note.hidden = false;
    note.focus();
    return;
  }
  if (form.matches("[data-keep]")) sessionStorage.setItem(SENT, slotOf(form));
});

window.addEventListener("online", () => document.getElementById("no-connection")?.setAttribute("hidden", ""));
