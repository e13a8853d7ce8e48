// The eight-quarter chart of an indicator. The numbers are in data-chart, and in the table below it for everybody.
const holder = () => document.getElementById('indicator-chart');
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const animation = !matchMedia('(prefers-reduced-motion: reduce)').matches;
let chart = null;
let shown = null;
let resizing = null;

// Two stretches where the number counts something else from one year on: a line must not join them.
const stretches = (values, from) => from === 0 ? [values] : [
  values.map((value, i) => i < from ? value : null),
  values.map((value, i) => i < from ? null : value),
];

const line = (data, series, shade, { dash = 'solid', ...style } = {}) => stretches(series.values, data.breakBefore).map(values => ({
  name: series.name,
  type: 'line',
  data: values,
  connectNulls: false,
  symbolSize: 8,
  itemStyle: { color: shade },
  lineStyle: { color: shade, width: 2, type: dash },
  ...style,
}));

const expectedStyle = { symbol: 'none', dash: 'dashed' };
const unitStyle = { symbol: 'rect' };

const option = data => ({
  animation,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
  grid: { left: 12, right: 24, top: 44, bottom: 8, containLabel: true },
  legend: { top: 0, left: 0 },
  tooltip: { trigger: 'axis', confine: true, valueFormatter: value => value === null || value === undefined ? '—' : `${value} ${data.unit}` },
  xAxis: { type: 'category', data: data.quarters, axisTick: { show: false } },
  yAxis: { type: 'value', scale: true, name: data.unit, nameTextStyle: { align: 'left' } },
  series: [
    ...line(data, data.lines[0], colour('brand')),
    ...(data.lines[1] ? line(data, data.lines[1], colour('focus'), unitStyle) : []),
    ...line(data, data.expected, colour('amber'), expectedStyle),
  ],
});

const dispose = () => {
  resizing?.disconnect();
  chart?.dispose();
  chart = null;
  shown = null;
};

const save = async () => {
  const data = JSON.parse(shown);
  chart.setOption({ title: { text: data.title, left: 0, textStyle: { fontSize: 15 } }, legend: { top: 34 }, grid: { top: 82 }, animation: false });
  const picture = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colour('card') });
  chart.setOption({ title: { text: '' }, legend: { top: 0 }, grid: { top: 44 } });
  const link = document.createElement('a');
  link.href = picture;
  link.download = `${data.title}.png`;
  link.click();
};

export const onUpdate = async () => {
  const element = holder();
  if (!element || (shown === element.dataset.chart && chart?.getDom() === element && element.firstChild)) {
    return;
  }

  const wanted = element.dataset.chart;
  await import(new URL(element.dataset.library, document.baseURI));
  if (holder() !== element || element.dataset.chart !== wanted) {
    return;
  }

  dispose();
  chart = globalThis.echarts.init(element, null, { renderer: 'canvas' });
  chart.setOption(option(JSON.parse(wanted)));
  shown = wanted;
  resizing = new ResizeObserver(() => chart?.resize());
  resizing.observe(element);
  const button = document.getElementById('save-chart');
  button.hidden = false;
  button.onclick = save;
};

export const onLeave = dispose;
