// Blocks copied from a table and pasted into the entry sheet. The portal reads them and says what becomes of them; a single cell is
// left to the browser.

import { bytesOf, isBlock } from '../../../clipboard.js';
import { tell } from './EntrySheet.razor.js';

const number = '.entry-row input[data-field].num:not([readonly])';
const savedMilliseconds = 2000;

const offers = new WeakMap();

/** The fields are open: a block that was pasted before the page was loaded anew is offered again. */
export const begin = dialog => offers.get(dialog)?.();

export const attach = (dialog, portal, maxBytes) => {
  const sheet = dialog.closest('.sheet');
  let target = null;

  // A pasted block is in no field until it is confirmed, and in no database until it is saved: until then this tab keeps it.
  const keptKey = `greendev:${document.body.dataset.user ?? ''}:paste`;
  let isFilled = false;
  const keep = (indicator, field, text) => {
    try {
      sessionStorage.setItem(keptKey, JSON.stringify({ sheet: sheet.dataset.mirror, indicator, field, text }));
    } catch {
      // A full or forbidden storage must not stop the paste.
    }
  };
  const forget = () => sessionStorage.removeItem(keptKey);
  const forgetOnceSaved = () => {
    isFilled = true;
    setTimeout(() => {
      if (sheet.querySelector('.entry-row[data-state="saving"], [data-retry]') || greenDevText.isLost()) {
        forgetOnceSaved();
      } else if (sheet.isConnected) {
        forget();
      }
    }, savedMilliseconds);
  };

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
    forgetOnceSaved();
  };

  const offer = async (indicator, field, text) => {
    isFilled = false;
    keep(indicator, field, text);
    try {
      const said = await ask('Paste', indicator, field, text);
      if (said) {
        done(said);
      } else {
        dialog.showModal();
      }
    } catch {
      doubt();
    }
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
    await offer(Number(target.closest('.entry-row').dataset.indicator), target.dataset.field, text);
  };

  dialog.addEventListener('click', async event => {
    if (!event.target.closest('[data-fill]')) {
      return;
    }

    try {
      const said = await ask('Fill');
      isFilled = true;
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
      if (!isFilled) {
        forget();
      }

      portal.invokeMethodAsync('Forget');
    }
  });
  sheet.addEventListener('paste', onPaste);

  offers.set(dialog, () => {
    const kept = JSON.parse(sessionStorage.getItem(keptKey) ?? 'null');
    target = kept?.sheet === sheet.dataset.mirror ? sheet.querySelector(`.entry-row[data-indicator="${kept.indicator}"] [data-field="${kept.field}"]`) : null;
    if (target) {
      offer(kept.indicator, kept.field, kept.text);
      tell(sheet, '连接曾经断开，上次粘贴的内容还没有全部保存，请核对后确认填入。');
    }
  });
};
