// What htmx leaves over: the light-or-dark switch, closing menus, printing, confirming.
const root = document.documentElement;

function toggleTheme() {
  const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
  root.setAttribute("data-bs-theme", next);
  document.cookie = `theme=${next};path=/;max-age=31536000;samesite=lax`;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-theme-toggle]")) toggleTheme();
  if (event.target.closest("[data-print]")) window.print();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// What is shown without a connection is kept by /sw.js; http pages (but this machine's) have none.
navigator.serviceWorker?.register("/sw.js");
