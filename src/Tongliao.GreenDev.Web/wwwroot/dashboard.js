// Keyboard of the dashboard: one cell is in the tab order, arrows move between cells, Escape closes the explanation.
const moves = {
  ArrowUp: (cell, row) => at(row.previousElementSibling, cell.cellIndex),
  ArrowDown: (cell, row) => at(row.nextElementSibling, cell.cellIndex),
  ArrowLeft: cell => cell.previousElementSibling,
  ArrowRight: cell => cell.nextElementSibling,
  Home: (cell, row) => row.querySelector('td[data-cell]'),
  End: (cell, row) => row.lastElementChild,
};
const at = (row, index) => row?.cells[index];
const table = () => document.getElementById('matrix');
const drawer = () => document.getElementById('explanation');
let explained = null;

const enter = link => {
  table().querySelectorAll('td a[tabindex="0"]').forEach(other => { other.tabIndex = -1; });
  link.tabIndex = 0;
};

const onKey = event => {
  if (event.key === 'Escape') {
    drawer()?.querySelector('[data-close]').click();
    return;
  }

  const link = event.target.closest?.('#matrix td[data-cell] a');
  if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !moves[event.key]) {
    return;
  }

  const cell = link.closest('td');
  const next = moves[event.key](cell, cell.parentElement)?.querySelector('td[data-cell] > a');
  event.preventDefault();
  if (next) {
    enter(next);
    next.focus();
  }
};

const onFocus = event => {
  const link = event.target.closest?.('#matrix td[data-cell] a');
  if (link) {
    enter(link);
  }
};

export const onLoad = () => {
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusin', onFocus);
};

export const onUpdate = () => {
  const links = [...table().querySelectorAll('td[data-cell] a')];
  const chosen = drawer()?.dataset.explains ?? null;
  const linkOf = key => table().querySelector(`td[data-cell="${key}"] a`);
  links.forEach(link => { link.tabIndex = -1; });
  const current = linkOf(chosen ?? explained) ?? links[0];
  if (current) {
    current.tabIndex = 0;
  }

  if (chosen && chosen !== explained) {
    drawer().focus({ preventScroll: true });
  } else if (!chosen && explained) {
    current?.focus({ preventScroll: true });
  }

  explained = chosen;
};

export const onLeave = () => {
  document.removeEventListener('keydown', onKey);
  document.removeEventListener('focusin', onFocus);
  explained = null;
};
