// Draws the charts of a page in its own colours; each has its table below (templates/shell/chart.html).
const ACCENTS = ["--tblr-primary", "--tblr-azure", "--tblr-orange", "--tblr-purple", "--tblr-pink", "--tblr-lime"];
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

// ECharts knows the old notations of colours alone, so the browser is asked what it would paint.
const probe = document.createElement("i");
const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
probe.hidden = true;
document.body.append(probe);

function colour(name) {
  probe.style.color = `var(${name})`;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = getComputedStyle(probe).color;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

function option(told) {
  const words = colour("--tblr-body-color");
  const quiet = colour("--tblr-border-color");
  const axis = { axisLine: { lineStyle: { color: quiet } }, axisLabel: { color: words }, splitLine: { lineStyle: { color: quiet } } };
  return {
    animation: !calm,
    color: ACCENTS.map(colour),
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    legend: { show: told.series.length > 1, top: 0, type: "scroll", textStyle: { color: words } },
    grid: { left: 12, right: 16, top: told.series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
    // Plain text: a page's policy lets no script write styles into it.
    tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => (value == null ? "–" : `${value}${told.unit}`) },
    xAxis: { type: "category", data: told.labels, ...axis, splitLine: { show: false } },
    yAxis: { type: "value", min: told.least ?? undefined, max: told.most ?? undefined, ...axis },
    series: told.series.map((each) => ({
      name: each.name, data: each.values, type: told.kind, stack: told.stacked ? "all" : undefined,
      itemStyle: each.tone ? { color: colour(`--state-${each.tone}`) } : undefined, smooth: false, connectNulls: false, symbolSize: 7, barMaxWidth: 36,
    })),
  };
}

function draw(element) {
  const told = JSON.parse(element.dataset.chart);
  const chart = window.echarts.getInstanceByDom(element) ?? window.echarts.init(element, null, { renderer: "canvas" });
  chart.setOption(option(told), true);
  return chart;
}

const pictures = [...document.querySelectorAll("[data-chart]")];
const drawn = pictures.map(draw);
new ResizeObserver(() => drawn.forEach((chart) => chart.resize())).observe(document.body);
// Light and dark are switched without a reload.
new MutationObserver(() => pictures.forEach(draw)).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
