// Blocks copied from a table and pasted into the grid of baselines and targets, which the portal reads; a single cell is left to the
// browser. What is typed and not recorded stays in this tab.

import { bytesOf, isBlock } from '../../../clipboard.js';

const cell = 'input[data-column]';
const keptKey = () => `greendev:${document.body.dataset.user ?? ''}:references`;

/** @returns what this tab kept of an earlier visit; null for nothing. */
export const attach = (grid, portal, maxBytes) => {
  grid.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!event.target.matches?.(cell) || !isBlock(text)) {
      return;
    }

    event.preventDefault();
    portal.invokeMethodAsync('PasteAsync', event.target.dataset.unit, Number(event.target.dataset.column), bytesOf(text) > maxBytes ? null : text);
  });

  // As in a workbook: Enter goes down, arrows up and down.
  grid.addEventListener('keydown', event => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !event.target.matches?.(cell) || event.isComposing) {
      return;
    }

    event.preventDefault();
    const column = [...grid.querySelectorAll(`input[data-column="${event.target.dataset.column}"]`)];
    const next = column[column.indexOf(event.target) + step];
    next?.focus();
    next?.select();
  });

  return sessionStorage.getItem(keptKey());
};

export const keep = text => {
  try {
    if (text === null) {
      sessionStorage.removeItem(keptKey());
    } else {
      sessionStorage.setItem(keptKey(), text);
    }
  } catch {
    // A full or forbidden storage must not stop the typing.
  }
};
