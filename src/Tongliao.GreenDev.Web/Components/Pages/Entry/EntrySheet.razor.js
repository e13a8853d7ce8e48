// Keyboard and focus of the entry sheet. Saving is the server's: this script only moves focus.

import { listen, put } from './EntryKeys.razor.js';

const editable = '.entry-row input[data-field].num:not([readonly])';

const noteMilliseconds = 8000;

const rowsOf = root => [...root.querySelectorAll('.entry-row')];
const columnsOf = row => [...row.querySelectorAll('input.num')];
const fieldsOf = root => [...root.querySelectorAll(editable)];

const goTo = field => {
  if (field) {
    field.focus();
    field.select?.();
    field.scrollIntoView({ block: 'nearest' });
  }
};

/** At the end the focus still leaves, so that the last field is saved. */
const stay = field => {
  field.blur();
  field.focus();
};

const step = (root, field, by) => {
  const fields = fieldsOf(root);
  const next = fields[fields.indexOf(field) + by];
  if (next) {
    goTo(next);
  } else {
    stay(field);
  }
};

const stepRow = (root, field, by) => {
  const rows = rowsOf(root);
  const row = field.closest('.entry-row');
  const column = columnsOf(row).indexOf(field);
  for (let i = rows.indexOf(row) + by; i >= 0 && i < rows.length; i += by) {
    const fields = columnsOf(rows[i]).filter(other => !other.readOnly);
    if (fields.length) {
      goTo(fields[Math.min(column, fields.length - 1)]);
      return;
    }
  }

  stay(field);
};

const savedText = field => field.dataset.saved.slice(field.dataset.saved.indexOf('|') + 1);

/** 上报 from wherever the hands are; what stands in the field they are in goes first. */
const onShortcut = (root, event) => {
  if (event.key !== 'Enter' || !event.ctrlKey || event.isComposing || event.repeat || document.querySelector('dialog[open]')) {
    return;
  }

  event.preventDefault();
  const field = document.activeElement;
  if (root.contains(field) && greenDevText.isLive(field)) {
    greenDevText.sendUnsent(field);
  }

  root.querySelector('#submit').click();
};

const onKey = (root, event) => {
  const field = event.target;
  if (!field.matches?.(editable) || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }

  if (event.key === 'Enter') {
    if (field.dataset.proposed) {
      // Left as it is, and so said to be right.
      greenDevText.send(field);
    }

    stepRow(root, field, event.shiftKey ? -1 : 1);
  } else if (event.key === 'ArrowDown' && !event.shiftKey) {
    stepRow(root, field, 1);
  } else if (event.key === 'ArrowUp' && !event.shiftKey) {
    stepRow(root, field, -1);
  } else if (event.key === 'Escape') {
    put(field, savedText(field));
    field.select();
  } else {
    return;
  }

  event.preventDefault();
};

const after = (condition, act, tries = 20) => {
  const found = condition();
  if (found) {
    act(found);
  } else if (tries > 0) {
    setTimeout(() => after(condition, act, tries - 1), 100);
  }
};

/** Focuses a field of a row; 说明 and 不适用 are opened first. */
const goToField = (root, number, name) => {
  const row = root.querySelector(`.entry-row[data-indicator="${number}"]`);
  const find = () => row?.querySelector(`[data-field="${name}"]`);
  if (row && !find()) {
    row.querySelector(`[data-toggle="${name === 'note' ? 'note' : 'na'}"]`)?.click();
  }

  after(find, field => {
    row.scrollIntoView({ block: 'center' });
    goTo(field);
  });
};

const onClick = (root, event) => {
  const go = event.target.closest('[data-go]');
  if (go) {
    const [number, name] = go.dataset.go.split(':');
    goToField(root, number, name);
  } else if (event.target.closest('[data-keys]')) {
    document.getElementById('keys').showModal();
  } else if (event.target.closest('[data-close]')) {
    event.target.closest('dialog').close();
  }
};

/** A text kept by this tab is offered back only into a field on the page: open those that are folded away. */
const unfoldKept = root => {
  const mark = `:${root.dataset.mirror}`;
  for (let i = 0; i < sessionStorage.length; i++) {
    const key = sessionStorage.key(i);
    const at = key.indexOf(mark);
    if (at < 0) {
      continue;
    }

    const [number, name] = key.slice(at + mark.length).split(':');
    const row = root.querySelector(`.entry-row[data-indicator="${number}"]`);
    if (name === 'note' || name === 'reason') {
      row?.querySelector(`[data-toggle="${name === 'note' ? 'note' : 'na'}"][aria-expanded="false"]`)?.click();
    }
  }
};

/** A line on the bar that goes by itself. */
export const tell = (sheet, text) => {
  let note = sheet.querySelector('[data-paste-note]');
  if (!note) {
    note = document.createElement('p');
    note.dataset.pasteNote = '';
    note.className = 'notice';
    note.setAttribute('role', 'status');
    sheet.querySelector('.bar').append(note);
  }

  note.textContent = text;
  clearTimeout(note.timer);
  note.timer = setTimeout(() => note.remove(), noteMilliseconds);
};

/** A number typed over a proposal is the person's own at once, also while the line is away and the portal cannot say so. */
const markOvertyped = event => {
  const field = event.target;
  if (field.dataset?.proposed !== undefined) {
    field.toggleAttribute('data-overtyped', field.value !== field.dataset.text);
  }
};

export const attach = root => {
  root.addEventListener('input', markOvertyped);
  root.addEventListener('keydown', event => onKey(root, event));
  root.addEventListener('click', event => onClick(root, event));
  root.querySelectorAll('[data-density]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.density === (document.documentElement.dataset.rows ?? ''))));
  listen(root, (field, by) => step(root, field, by), text => tell(root, text));
  const onShortcutHere = event => root.isConnected ? onShortcut(root, event) : document.removeEventListener('keydown', onShortcutHere);
  document.addEventListener('keydown', onShortcutHere);
};

/** The fields have just been opened: shows what the tab kept and the row that the address names. */
export const begin = root => {
  unfoldKept(root);
  const wanted = location.hash.match(/^#row-(\d+)$/);
  if (wanted) {
    goToField(root, wanted[1], root.querySelector(`#row-${wanted[1]} input.num`)?.dataset.field);
  }
};

/** The rows that somebody is in or has typed in, by number: nothing of theirs may be replaced. Behind a question that is asked it is all: the answer is about what stands there. */
export const edited = root => [...root.querySelectorAll('.entry-row')]
  .filter(row => document.querySelector('dialog[open], .mud-dialog') || row.contains(document.activeElement) || [...row.querySelectorAll('[data-live]')].some(field => greenDevText.isUnsent(field) || !greenDevText.isAnswered(field)))
  .map(row => Number(row.dataset.indicator));

export const show = id => {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
};

export const open = id => document.getElementById(id).showModal();

export const close = id => document.getElementById(id).close();
