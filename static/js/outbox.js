// What is said on a walk, on its way to the portal: each word travels as soon as it is tapped. Until
// the portal has said that it is kept, it lies in this device's storage under the walker's own key:
// neither a lost signal nor a closed page loses it.
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 15000;

export class Outbox {
  finishing = false;
  isOver = false;
  #form;
  #told;
  #slot;
  #page;
  #queue;
  #sending = false;
  #pause = FIRST_PAUSE;
  #timer = null;

  // `kind` and `walk` name the walk; `page` knows, of a key and what is said of it: isHere(key),
  // path(key), fields(key, said) as pairs, taken(key, said), refused(key, sentence), and settled().
  constructor(form, kind, walk, page) {
    this.#form = form;
    this.#told = form.querySelector("[data-walk-state]");
    this.#slot = `${kind}:${document.body.dataset.person}:${walk}`;
    this.#page = page;
    // Key → what it is to say; kept in the order of the taps.
    this.#queue = new Map(JSON.parse(localStorage.getItem(this.#slot) ?? "[]"));
    window.addEventListener("online", () => this.again());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.again(); });
    form.addEventListener("submit", (event) => this.#hold(event));
  }

  get waiting() { return [...this.#queue]; }

  put(key, said) {
    if (this.isOver) return;
    this.#queue.delete(key);
    this.#queue.set(key, said);
    this.#keep();
    this.send();
  }

  tell(word, sentence = "") {
    this.#told.textContent = sentence || (this.#told.dataset[word] ?? "");
    this.#told.classList.toggle("is-waiting", ["waiting", "finishing", "over"].includes(word));
  }

  again() {
    this.#pause = FIRST_PAUSE;
    this.#page.again?.();
    this.send();
  }

  async send() {
    if (this.#sending || this.isOver) return;
    const [key, said] = this.#queue.entries().next().value ?? [];
    if (key === undefined) { this.#page.settled(); return; }
    if (!this.#page.isHere(key)) { this.#queue.delete(key); this.#keep(); this.send(); return; }
    this.#sending = true;
    if (!this.#timer) this.tell("sending");
    const answer = await this.#post(key, said).catch(() => null);
    this.#sending = false;
    if (!answer || answer.status >= 500) { this.#later(); return; }
    this.#timer = clearTimeout(this.#timer) ?? null;
    this.#pause = FIRST_PAUSE;
    // What was tapped meanwhile is said anew; it has replaced this in the queue.
    if (this.#queue.get(key) === said) this.#queue.delete(key);
    this.#keep();
    await this.#understood(answer, key, said);
    this.send();
  }

  // All has travelled and the form itself may go.
  finish() {
    this.finishing = false;
    this.#form.noFurther = true;
    this.#form.submit();
  }

  // What was said is on its way already: the button waits for it, then ends the walk.
  #hold(event) {
    if (this.#form.noFurther) return;
    event.preventDefault();
    event.stopPropagation();
    this.finishing = true;
    this.tell("finishing");
    this.send();
  }

  #keep() {
    if (this.#queue.size) localStorage.setItem(this.#slot, JSON.stringify([...this.#queue]));
    else localStorage.removeItem(this.#slot);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.send(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    this.tell(this.finishing ? "finishing" : "waiting");
  }

  // The walk is over, or another's: nothing more is taken, and the sentence says why.
  #stop(sentence) {
    this.isOver = true;
    this.#queue = new Map();
    this.#keep();
    this.tell("over", sentence);
  }

  #post(key, said) {
    const body = new FormData();
    for (const [name, value] of this.#page.fields(key, said)) body.append(name, value);
    const token = this.#form.querySelector("input[name=csrfmiddlewaretoken]").value;
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    return fetch(this.#page.path(key), { method: "POST", body, headers, redirect: "manual" });
  }

  async #understood(answer, key, said) {
    if (answer.ok) this.#page.taken(key, said);
    else if (answer.status === 422) this.#page.refused(key, (await answer.json()).error);
    else if (answer.status === 409) this.#stop((await answer.json()).error);
    else if (answer.status === 404) this.#stop("");
    // Signed out, or a token that has run out: the page asks anew and sends what is kept then.
    else location.reload();
  }
}
