// Blocks copied from a table and pasted into the entry sheet. The portal reads them and says what becomes of them; a single cell is
// left to the browser.

import { tell } from './EntrySheet.razor.js';

const number = '.entry-row input[data-field].num:not([readonly])';
const lastBreak = /\r?\n$/;

const isBlock = text => /[\t\r\n]/.test(text.replace(lastBreak, ''));
const bytesOf = text => new TextEncoder().encode(JSON.stringify(text)).length;

export const attach = (dialog, portal, maxBytes) => {
  const sheet = dialog.closest('.sheet');
  let target = null;

  /** Asks the portal; what was under way when the line broke is never answered. */
  const ask = async (method, ...args) => {
    const over = new AbortController();
    const broken = new Promise((_, fail) => document.addEventListener('greendev:reconnected', fail, { signal: over.signal }));
    try {
      return await Promise.race([portal.invokeMethodAsync(method, ...args), broken]);
    } finally {
      over.abort();
    }
  };

  const doubt = () => {
    dialog.close();
    tell(sheet, '连接曾经断开，粘贴的内容可能没有填入，请核对，必要时再粘贴一次。');
  };

  const done = text => {
    // The field that was pasted into has the focus: the person asked for what the portal now has there.
    greenDevText.take(target, true);
    target.select();
    tell(sheet, text);
  };

  const onPaste = async event => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!event.target.matches?.(number) || !isBlock(text)) {
      return;
    }

    event.preventDefault();
    if (greenDevText.isLost()) {
      tell(sheet, '连接已断开，粘贴的内容没有填入。请等连接恢复后再粘贴一次。');
      return;
    }

    if (bytesOf(text) > maxBytes) {
      tell(sheet, '粘贴的内容太多，没有填入任何数据。请只复制要填的数值单元格，再粘贴一次。');
      return;
    }

    target = event.target;
    // What was typed there before the block is neither lost nor put in its place.
    greenDevText.sendUnsent(target);
    try {
      const said = await ask('Paste', Number(target.closest('.entry-row').dataset.indicator), target.dataset.field, text);
      if (said) {
        done(said);
      } else {
        dialog.showModal();
      }
    } catch {
      doubt();
    }
  };

  dialog.addEventListener('click', async event => {
    if (!event.target.closest('[data-fill]')) {
      return;
    }

    try {
      const said = await ask('Fill');
      dialog.close();
      if (said) {
        done(said);
      }
    } catch {
      doubt();
    }
  });

  dialog.addEventListener('close', () => {
    if (!greenDevText.isLost()) {
      portal.invokeMethodAsync('Forget');
    }
  });
  sheet.addEventListener('paste', onPaste);
};
