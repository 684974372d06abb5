// Runs before the page is painted, so that a dark page never flashes white.
(() => {
  const root = document.documentElement;
  const chosen = root.dataset.theme;
  const dark = chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-bs-theme", dark ? "dark" : "light");
  root.classList.add("has-script");
})();
