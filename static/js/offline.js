// The page without a connection goes away by itself when there is one again.
window.addEventListener("online", () => window.location.reload());
