// The page without a connection goes away by itself when there is one again. Browsers do not always
// say when that is, and the school's network may be there without the server: so it is looked for.
const PAUSE = 3000;

async function look() {
  const answer = await fetch("/healthz/web", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) window.location.reload();
}

window.addEventListener("online", look);
setInterval(look, PAUSE);
