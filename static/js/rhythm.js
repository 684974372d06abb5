// A plan's form: only the fields that count for what is chosen are shown. Each select has the
// attribute under which the fields name its choices.
const chosen = { rhythm: "rhythms", covers: "covers" };

for (const [name, kind] of Object.entries(chosen)) {
  const select = document.querySelector(`select[name=${name}]`);
  if (!select) continue;
  const show = () => {
    for (const part of document.querySelectorAll(`[data-${kind}]`)) {
      part.hidden = !part.dataset[kind].split(" ").includes(select.value);
    }
  };
  select.addEventListener("change", show);
  show();
}
