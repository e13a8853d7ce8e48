// What makes the entry sheet work like a spreadsheet: a range of fields, fill down, copy, undo and redo. Each change is typed for the
// person and saved like any other; nothing is stored here.

const number = '.entry-row input[data-field].num';
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const mostSteps = 200;

const keyOf = field => `${field.closest('.entry-row').dataset.indicator}:${field.dataset.field}`;

/** What the row says in a field; a number that waits to be confirmed is not said yet. */
const saidIn = field => field.dataset.proposed ? '' : field.dataset.text ?? '';

export const put = (field, text) => {
  if (field.value !== text || field.dataset.proposed) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    greenDevText.send(field);
  }
};

/** The fields as a table: rows of the annex, columns of each row. */
const tableOf = root => [...root.querySelectorAll('.entry-row')].map(row => [...row.querySelectorAll('input.num')]);

const placeIn = (table, field) => {
  const down = table.findIndex(row => row.includes(field));
  return { down, right: table[down]?.indexOf(field) ?? -1 };
};

/** A block of fields that was marked from an anchor with Shift and an arrow. */
const rangeOf = root => {
  let anchor = null;
  let end = null;

  const fields = () => {
    if (!anchor) {
      return [];
    }

    const table = tableOf(root);
    const [from, to] = [placeIn(table, anchor), placeIn(table, end)];
    const [top, bottom] = [Math.min(from.down, to.down), Math.max(from.down, to.down)];
    const [left, right] = [Math.min(from.right, to.right), Math.max(from.right, to.right)];
    return table.slice(top, bottom + 1).map(row => row.slice(left, right + 1));
  };

  const draw = () => {
    root.querySelectorAll('[data-in-range]').forEach(field => field.removeAttribute('data-in-range'));
    fields().flat().forEach(field => field.setAttribute('data-in-range', ''));
  };

  return {
    fields,
    clear: () => { anchor = end = null; draw(); },
    extend: (field, [down, right]) => {
      const table = tableOf(root);
      anchor ??= field;
      end ??= field;
      const place = placeIn(table, end);
      const row = table[place.down + down];
      if (row) {
        end = row[Math.max(0, Math.min(place.right + right, row.length - 1))];
        end.scrollIntoView({ block: 'nearest' });
        draw();
      }
    },
  };
};

/** Remembers what changed in the sheet, by typing, pasting or filling; what changed at once is one step. */
const historyOf = root => {
  const said = new Map();
  const expected = new Map();
  let done = [];
  let undone = [];

  const look = fields => {
    const step = [];
    for (const field of fields) {
      const [key, text] = [keyOf(field), saidIn(field)];
      const before = said.get(key);
      said.set(key, text);
      if (expected.get(key) === text) {
        expected.delete(key);
      } else if (before !== undefined && before !== text) {
        step.push({ key, before, after: text });
      }
    }

    if (step.length) {
      done = [...done, step].slice(-mostSteps);
      undone = [];
    }
  };

  const observer = new MutationObserver(changes => look(new Set(changes.map(change => change.target).filter(target => target.matches(number)))));
  root.querySelectorAll(number).forEach(field => said.set(keyOf(field), saidIn(field)));
  observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['data-text', 'data-proposed'] });

  const apply = (step, side) => {
    let last = null;
    for (const change of step) {
      const [indicator, name] = change.key.split(':');
      const field = root.querySelector(`.entry-row[data-indicator="${indicator}"] input[data-field="${name}"]`);
      if (field && !field.readOnly && saidIn(field) !== change[side]) {
        expected.set(change.key, change[side]);
        put(field, change[side]);
        last = field;
      }
    }

    last?.focus();
    last?.select();
    return step.length;
  };

  return {
    undo: () => done.length ? (undone = [...undone, done.at(-1)], apply(done.splice(-1)[0], 'before')) : 0,
    redo: () => undone.length ? (done = [...done, undone.at(-1)], apply(undone.splice(-1)[0], 'after')) : 0,
  };
};

const isEdited = field => field.selectionStart !== 0 || field.selectionEnd !== field.value.length;

/** Whether an arrow would leave the text: at its edge, or while all of it is marked, as it is for whoever has just come. */
const leaves = (field, key) => !isEdited(field) || field.value === ''
  || (field.selectionStart === field.selectionEnd && field.selectionStart === (key === 'ArrowLeft' ? 0 : field.value.length));

const fillDown = (root, field, range) => {
  const table = tableOf(root);
  const block = range.fields();
  const place = placeIn(table, field);
  const [source, ...targets] = block.length > 1 ? block : [table[place.down - 1]?.slice(place.right, place.right + 1) ?? [], [field]];
  for (const row of targets) {
    row.forEach((target, column) => {
      if (source[column] && !target.readOnly) {
        put(target, source[column].value);
      }
    });
  }

  return targets.flat().length;
};

/** Answers the keys of a spreadsheet; move goes to another field, tell says something to the person. */
export const listen = (root, move, tell) => {
  const range = rangeOf(root);
  const history = historyOf(root);

  const save = field => {
    greenDevText.sendUnsent(field);
    const waiting = root.querySelectorAll('.entry-row:is([data-state="saving"], [data-state="unsaved"], [data-state="unfinished"], [data-state="conflict"])').length;
    tell(waiting === 0 ? '都已自动保存，不需要另存。' : `还有${waiting}项正在保存或未保存，请看行末的提示。`);
  };

  const control = {
    d: field => fillDown(root, field, range) ? tell('已向下填充。') : null,
    s: save,
    y: () => history.redo() ? tell('已重做。') : tell('没有可以重做的改动。'),
    z: field => {
      if (field.value !== saidIn(field) && !field.dataset.proposed) {
        put(field, saidIn(field));
      } else {
        tell(history.undo() ? '已撤销。' : '没有可以撤销的改动。');
      }
    },
  };

  root.addEventListener('keydown', event => {
    const field = event.target;
    if (!field.matches?.(number) || event.isComposing || event.altKey) {
      return;
    }

    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && control[key === 'z' && event.shiftKey ? 'y' : key]) {
      event.preventDefault();
      control[key === 'z' && event.shiftKey ? 'y' : key](field);
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (event.key === '?' || event.key === '？') {
      event.preventDefault();
      document.getElementById('keys').showModal();
    } else if (steps[event.key] && event.shiftKey && (!isEdited(field) || event.key.length > 9 || event.key === 'ArrowUp')) {
      event.preventDefault();
      range.extend(field, steps[event.key]);
    } else if (['ArrowLeft', 'ArrowRight'].includes(event.key) && !event.shiftKey && leaves(field, event.key)) {
      event.preventDefault();
      range.clear();
      move(field, steps[event.key][1]);
    } else if (event.key !== 'Shift') {
      range.clear();
    }
  });

  root.addEventListener('copy', event => {
    const block = range.fields();
    if (block.flat().length > 1) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', block.map(row => row.map(field => field.value.replaceAll(',', '')).join('\t')).join('\r\n'));
      tell(`已复制${block.flat().length}个数。`);
    }
  });

  root.addEventListener('pointerdown', range.clear);
};
