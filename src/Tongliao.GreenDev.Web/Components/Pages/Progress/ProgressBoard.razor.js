// Keyboard of the review of reports on tasks: the keys of the review of values. What is decided is asked by a dialog.

import { rowOf, step } from '../Review/ReviewSheet.razor.js';

const press = (row, act) => row.querySelector(`[data-act="${act}"]:not(:disabled)`)?.click();

/** Only who has something to decide has keys for it. */
const showKeys = root => root.querySelector('#keys')?.showModal();

const keys = {
  j: root => step(root, 1),
  k: root => step(root, -1),
  a: (root, row) => row ? press(row, 'Approve') : step(root, 1),
  r: (root, row) => row ? press(row, 'Return') : step(root, 1),
  '?': root => showKeys(root),
};
keys['？'] = keys['?'];

/** In the dialog: what was typed goes before the decision. */
const send = form => {
  document.activeElement.blur();
  form.requestSubmit();
};

const onKey = (root, event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.isComposing || event.altKey || event.metaKey || event.repeat) {
    return;
  }

  const form = document.querySelector('.mud-dialog form#act');
  const row = rowOf(root, target);
  if (event.ctrlKey) {
    if (event.key === 'Enter' && (form ?? row)) {
      event.preventDefault();
      form ? send(form) : press(row, 'Approve');
    }
  } else if (form || document.querySelector('dialog[open], .mud-dialog, .mud-popover-open') || target.closest('textarea, input, select, [contenteditable]')) {
    return;
  } else if (row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    step(root, event.key === 'ArrowDown' ? 1 : -1);
  } else if (keys[event.key.toLowerCase()]) {
    event.preventDefault();
    keys[event.key.toLowerCase()](root, row);
  }
};

const onClick = (root, event) => {
  const button = event.target.closest('button');
  if (button && 'keys' in button.dataset) {
    showKeys(root);
  } else if (button && 'close' in button.dataset) {
    button.closest('dialog').close();
  }
};

export const attach = root => {
  root.addEventListener('click', event => onClick(root, event));
  const onKeyHere = event => root.isConnected ? onKey(root, event) : document.removeEventListener('keydown', onKeyHere);
  document.addEventListener('keydown', onKeyHere);
};
