// The seconds since the signal, counted on by the device: the server says where it stands.
const watch = document.querySelector("[data-seconds]");
if (watch) {
  const begun = performance.now() - Number(watch.dataset.seconds) * 1000;
  const shown = watch.querySelector("span");
  const tick = () => {
    const seconds = Math.floor((performance.now() - begun) / 1000);
    shown.textContent = String(seconds);
    watch.classList.toggle("is-late", seconds > Number(watch.dataset.target));
  };
  tick();
  setInterval(tick, 500);
}
