// Keyboard and focus of the review. Deciding is the server's: this script moves the focus, opens the fields of reasons and presses buttons.

const rows = 'article:is([data-indicator], [data-progress])';
const rowsOf = root => [...root.querySelectorAll(rows)];

/** The row in which an element stands; null for none. */
export const rowOf = (root, element) => {
  const row = element?.closest?.(rows);
  return row && root.contains(row) ? row : null;
};

/** So long a row must have been under the eyes before a key decides on it: a key pressed twice decides once. */
const settlingMilliseconds = 250;

const go = row => {
  if (!row) {
    return;
  }

  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  delete row.dataset.ready;
  setTimeout(() => { row.dataset.ready = ''; }, settlingMilliseconds);
};

/** Moves the focus by so many rows; without one in focus to the first. */
export const step = (root, by) => {
  const all = rowsOf(root);
  const place = all.indexOf(rowOf(root, document.activeElement));
  go(place < 0 ? all[0] : all[place + by]);
};

/** The reasons that are common to all rows stand on the page once; Blazor keeps nothing of its own behind them. */
const offerCommon = box => {
  const offers = box.querySelector('[data-offers]:not([data-filled])');
  if (offers) {
    offers.dataset.filled = '';
    offers.append(...[...document.querySelector('[data-common]').children].map(offer => offer.cloneNode(true)));
  }
};

/** Opens a field of the row at once, so that what is typed next goes into it. */
const open = (row, name) => {
  const box = row.querySelector(`[data-ask="${name}"]`);
  if (box) {
    offerCommon(box);
    box.hidden = false;
    box.querySelector('textarea').focus();
    box.scrollIntoView({ block: 'nearest' });
  }

  return box;
};

const leave = (root, row, isClosed) => {
  if (isClosed) {
    row.querySelectorAll('[data-ask]').forEach(box => { box.hidden = true; });
  }

  go(row);
};

const approve = row => {
  if (!('ready' in row.dataset)) {
    return;
  }

  if (!('needsReason' in row.dataset) || !open(row, 'acting')) {
    row.querySelector('[data-approve]:not(:disabled)')?.click();
  }
};

/** What stands in the field goes before the decision. */
const send = field => {
  greenDevText.sendUnsent(field);
  field.closest('[data-ask]').querySelector('[data-send]:not(:disabled)')?.click();
};

const onFieldKey = (root, event, field) => {
  const row = rowOf(root, field);
  if (!row || !field.closest('[data-ask]')) {
    return;
  }

  if (event.key === 'Escape') {
    event.preventDefault();
    leave(root, row, field.value.trim() === '');
  } else if (event.key === 'Enter' && event.ctrlKey && !event.repeat) {
    event.preventDefault();
    send(field);
  }
};

const keys = {
  j: root => step(root, 1),
  k: root => step(root, -1),
  a: (root, row) => row ? approve(row) : step(root, 1),
  r: (root, row) => row ? open(row, 'reason') : step(root, 1),
  '?': () => document.getElementById('keys').showModal(),
};
keys['？'] = keys['?'];

const onKey = (root, event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.isComposing || event.altKey || event.metaKey || event.defaultPrevented || document.querySelector('dialog[open], .mud-dialog, .mud-popover-open')) {
    return;
  }

  const field = target.closest('textarea, input, select, [contenteditable]');
  if (field) {
    onFieldKey(root, event, field);
    return;
  }

  const row = rowOf(root, target);
  if (event.ctrlKey) {
    if (event.key === 'Enter' && row && !event.repeat) {
      event.preventDefault();
      approve(row);
    }
  } else if (row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    step(root, event.key === 'ArrowDown' ? 1 : -1);
  } else if (keys[event.key.toLowerCase()] && !(event.repeat && 'ar'.includes(event.key))) {
    event.preventDefault();
    keys[event.key.toLowerCase()](root, row);
  }
};

/** Takes a reason over into the field above it, after what stands there. */
const take = offer => {
  const field = offer.closest('[data-ask]').querySelector('textarea');
  field.value = [field.value.trim(), offer.textContent].filter(text => text).join('\n');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  greenDevText.send(field);
  field.focus();
};

const onClick = (root, event) => {
  const button = event.target.closest('button');
  const row = rowOf(root, button);
  if (!button) {
    return;
  }

  if ('keys' in button.dataset) {
    document.getElementById('keys').showModal();
  } else if ('close' in button.dataset) {
    button.closest('dialog').close();
  } else if (row && 'open' in button.dataset) {
    open(row, button.dataset.open);
  } else if (row && 'leave' in button.dataset) {
    leave(root, row, true);
  } else if (row && 'offer' in button.dataset) {
    take(button);
  }
};

export const attach = root => {
  root.addEventListener('click', event => onClick(root, event));
  root.addEventListener('focusin', event => {
    const row = rowOf(root, event.target);
    if (row && !('ready' in row.dataset)) {
      setTimeout(() => { row.dataset.ready = ''; }, settlingMilliseconds);
    }
  });
  const onKeyHere = event => root.isConnected ? onKey(root, event) : document.removeEventListener('keydown', onKeyHere);
  document.addEventListener('keydown', onKeyHere);
};

/** Leads eyes and keyboard somewhere; a field that is folded away is opened. */
export const show = id => {
  const element = document.getElementById(id);
  const box = element?.closest('[data-ask]');
  if (box) {
    offerCommon(box);
    box.hidden = false;
  }

  if (element?.matches('article')) {
    go(element);
  } else {
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }
};

/** The row has been decided on: what this tab keeps of its texts is done with. */
export const settle = (root, number) => root.querySelectorAll(`#row-${number} [data-field="reason"]`)
  .forEach(field => field.dispatchEvent(new Event('greendev:saved', { bubbles: true })));
