// Files chosen in a form: photos shrink here, each file travels at once and on its own, and the form
// then carries their numbers alone. Without this script the form carries the files themselves.
const LONG_SIDE = 2560;
const QUALITY = 0.85;
const LIGHT = 1.5 * 2 ** 20;
const LIGHT_DRAWING = 4 * 2 ** 20;
const AT_ONCE = 2;

const waiting = [];
let travelling = 0;

const part = (element, name) => element.querySelector(`[data-files-${name}]`);
const rows = (root) => [...root.querySelectorAll("[data-files-item]")];
const inState = (root, ...states) => rows(root).filter((row) => states.includes(row.dataset.state));

// Forms drawn by crispy may carry the token twice, so it is not asked for by its name alone.
const tokenOf = (form) => form.querySelector("input[name=csrfmiddlewaretoken]").value;

function tell(field, word) {
  const note = part(field, "note");
  note.textContent = word ? note.dataset[word] : "";
  note.hidden = !word;
}

function isHeavy(file, bitmap) {
  if (Math.max(bitmap.width, bitmap.height) > LONG_SIDE) return true;
  return file.size > (file.type === "image/png" ? LIGHT_DRAWING : LIGHT);
}

function encoded(bitmap) {
  const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}

// The file as it travels: a heavy picture smaller; what this browser cannot draw goes as it is.
async function lightened(file) {
  if (!/^image\/(jpeg|png|webp|hei[cf])$/.test(file.type)) return file;
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const blob = isHeavy(file, bitmap) ? await encoded(bitmap) : null;
  bitmap.close();
  if (!blob) return file;
  return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
}

function fail(row, sentence, again) {
  row.dataset.state = "failed";
  part(row, "progress").hidden = true;
  const fault = part(row, "fault");
  fault.textContent = sentence;
  fault.hidden = false;
  part(row, "retry").hidden = !again;
}

function arrived(row, kept) {
  row.dataset.state = "kept";
  part(row, "progress").hidden = true;
  part(row, "name").textContent = kept.name;
  part(row, "remove").dataset.path = kept.remove;
  const tick = row.querySelector("input[type=checkbox]");
  tick.value = kept.id;
  tick.checked = true;
  row.dispatchEvent(new CustomEvent("files-kept", { bubbles: true }));
  if (!kept.small) return;
  const picture = new Image();
  picture.alt = "";
  picture.src = kept.small;
  part(row, "picture").replaceChildren(picture);
}

function send(row, file) {
  const field = row.closest("[data-files]");
  const form = field.closest("form");
  const broken = part(field, "note").dataset.broken;
  const body = new FormData();
  body.append("file", file, file.name);
  const call = new XMLHttpRequest();
  row.call = call;
  call.open("POST", field.dataset.upload);
  call.responseType = "json";
  call.setRequestHeader("X-CSRFToken", tokenOf(form));
  call.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) part(row, "progress").value = (100 * event.loaded) / event.total;
  });
  return new Promise((done) => {
    call.addEventListener("loadend", () => {
      if (call.status === 201 && call.response) arrived(row, call.response);
      else if (call.status === 422 && call.response) fail(row, call.response.error, false);
      else fail(row, broken, true);
      done();
    });
    call.send(body);
  });
}

async function travel(row) {
  const field = row.closest("[data-files]");
  row.dataset.state = "travelling";
  row.file = await lightened(row.file);
  if (row.isConnected) await send(row, row.file);
  travelling -= 1;
  next();
  settle(field);
}

function next() {
  while (travelling < AT_ONCE && waiting.length) {
    const row = waiting.shift();
    if (!row.isConnected) continue;
    travelling += 1;
    travel(row);
  }
}

function lineUp(row) {
  row.dataset.state = "waiting";
  const progress = part(row, "progress");
  progress.hidden = false;
  progress.value = 0;
  part(row, "fault").hidden = true;
  part(row, "retry").hidden = true;
  waiting.push(row);
  next();
}

// Once all has arrived, a form that was sent too early goes its way; a fault keeps it here.
function settle(field) {
  const form = field.closest("form");
  if (!form || inState(form, "waiting", "travelling").length) return;
  const failed = inState(form, "failed").length > 0;
  const button = form.filesButton;
  delete form.filesButton;
  if (button === undefined) { if (!failed) tell(field, ""); return; }
  tell(field, failed ? "failed" : "");
  if (!failed) form.requestSubmit(button);
}

function take(input) {
  const field = input.closest("[data-files]");
  const free = Number(field.dataset.most) - rows(field).length;
  const files = [...input.files];
  input.value = "";
  tell(field, files.length > free ? "many" : "");
  for (const file of files.slice(0, Math.max(0, free))) {
    const row = part(field, "row").content.firstElementChild.cloneNode(true);
    row.file = file;
    part(row, "name").textContent = file.name;
    const remove = part(row, "remove");
    remove.setAttribute("aria-label", `${remove.title} ${file.name}`);
    part(field, "list").append(row);
    lineUp(row);
  }
}

function takeOut(row) {
  const field = row.closest("[data-files]");
  const form = field.closest("form");
  row.call?.abort();
  const path = part(row, "remove").dataset.path;
  if (path) {
    const headers = { "X-CSRFToken": tokenOf(form) };
    // Whatever comes of it: what no form carries is thrown away by night.
    fetch(path, { method: "POST", headers, keepalive: true }).catch(() => {});
  }
  row.remove();
  settle(field);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-files-input]")) take(event.target);
});

document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-files-item]");
  if (!row) return;
  if (event.target.closest("[data-files-retry]")) lineUp(row);
  if (event.target.closest("[data-files-remove]")) takeOut(row);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const field = form.querySelector("[data-files]");
  if (!field) return;
  const early = inState(form, "waiting", "travelling").length > 0;
  const failed = inState(form, "failed").length > 0;
  if (!early && !failed) return;
  event.preventDefault();
  event.stopPropagation();
  if (early) form.filesButton = event.submitter;
  tell(field, early ? "wait" : "failed");
  if (!early) inState(form, "failed")[0].querySelector("button:not([hidden])").focus();
}, true);

// What was chosen before this script was there.
for (const input of document.querySelectorAll("[data-files-input]")) {
  if (input.files.length) take(input);
}
