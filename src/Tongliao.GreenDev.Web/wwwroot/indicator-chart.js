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

// A line of one point has no length: it is seen by its mark alone.
const marked = values => values.map((value, i) =>
  value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null
    ? { value, symbol: 'diamond', symbolSize: 11 } : value);

const line = (data, series, shade, { dash = 'solid', ...style } = {}) => stretches(series.values, data.breakBefore).map(values => ({
  name: series.name,
  type: 'line',
  data: style.symbol === 'none' ? marked(values) : values,
  connectNulls: false,
  symbol: 'circle',
  symbolSize: 8,
  itemStyle: { color: shade },
  lineStyle: { color: shade, width: 2, type: dash },
  ...style,
}));

const expectedStyle = { symbol: 'none', dash: 'dashed' };
const unitStyle = { symbol: 'rect' };

const allLines = data => [...data.lines, data.expected];

// One row a name, though a line may be drawn in two stretches; each quarter has its own unit.
const told = data => ([{ dataIndex }]) => {
  const list = document.createElement('div');
  for (const text of [data.quarters[dataIndex].replace('\n', ''), ...allLines(data).map(({ name, values }) =>
    `${name}　${values[dataIndex] === null ? '—' : `${values[dataIndex]} ${data.units[dataIndex]}`}`)]) {
    list.appendChild(document.createElement('div')).textContent = text;
  }

  return list;
};

// The names stand in as many rows as the width makes them take; the plot begins below.
const legendRow = 24;
const legendHeight = (data, width, fontFamily) => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `12px ${fontFamily}`;
  let rows = 1;
  let used = 0;
  for (const { name } of allLines(data)) {
    const item = pen.measureText(name).width + 42;
    if (used > 0 && used + item > width) {
      rows += 1;
      used = 0;
    }

    used += item;
  }

  return rows * legendRow;
};

const option = (data, width, above = 0) => {
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const plot = above + legendHeight(data, width, fontFamily);
  return {
    ...content(data),
    textStyle: { fontFamily, color: colour('ink') },
    grid: { left: 12, right: 24, top: plot + 26, bottom: 8, containLabel: true },
    legend: { top: above, left: 0, width, textStyle: { color: colour('ink') } },
  };
};

const axis = () => ({
  axisLabel: { color: colour('ink2') },
  axisLine: { lineStyle: { color: colour('edge') } },
  splitLine: { lineStyle: { color: colour('line') } },
});

const content = data => ({
  animation,
  tooltip: {
    trigger: 'axis', confine: true, formatter: told(data), backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink') },
  },
  xAxis: { type: 'category', data: data.quarters, axisTick: { show: false }, ...axis() },
  yAxis: { type: 'value', scale: true, name: data.unit, nameTextStyle: { align: 'left', color: colour('ink2') }, ...axis() },
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

// The picture has a size of its own: it is as wide from a telephone as from a desk.
const pictureSize = { width: 960, height: 440 };
const save = async () => {
  const data = JSON.parse(shown);
  const picturing = globalThis.echarts.init(document.createElement('div'), null, { renderer: 'canvas', ...pictureSize });
  picturing.setOption({
    ...option(data, pictureSize.width, 38),
    title: { text: data.title, left: 0, textStyle: { color: colour('ink'), fontSize: 15, width: pictureSize.width, overflow: 'break' } },
    animation: false,
  });
  const picture = picturing.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colour('card') });
  picturing.dispose();
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
  const data = JSON.parse(wanted);
  chart.setOption(option(data, element.clientWidth));
  shown = wanted;
  resizing = new ResizeObserver(() => {
    chart?.resize();
    chart?.setOption(option(data, element.clientWidth));
  });
  resizing.observe(element);
  const button = document.getElementById('save-chart');
  button.hidden = false;
  button.onclick = save;
};

// Light or dark: the same lines in the other colours.
const redraw = () => {
  dispose();
  onUpdate();
};

export const onLoad = () => document.addEventListener('greendev:theme', redraw);

export const onLeave = () => {
  document.removeEventListener('greendev:theme', redraw);
  dispose();
};
