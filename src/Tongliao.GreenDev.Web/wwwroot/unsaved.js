// Keeps what is typed into a field with data-mirror-key in this tab until the page says it is saved, and offers it back after a reload.
// Saved is: the counter in data-saved of the field changes after the portal answered that text, or the field raises greendev:saved.
(() => {
  const prefix = `greendev:${document.body.dataset.user ?? ''}:`;
  const offer = document.getElementById('unsaved-offer');
  // What the browser has sent to a live field: while that field is there the page answers for the text, it is not offered again.
  const committed = new Map();
  const offered = new Map();

  const storageKey = field => prefix + field.dataset.mirrorKey;
  const mirrored = target => target instanceof Element ? target.closest('[data-mirror-key]') : null;
  const forget = key => { sessionStorage.removeItem(key); offered.delete(key); committed.delete(key); show(); };
  const ownText = element => [...element?.childNodes ?? []].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join('');
  const labelOf = field => field.getAttribute('aria-label') || ownText(field.labels?.[0]) || field.dataset.mirrorKey;

  const keep = field => {
    const key = storageKey(field);
    offered.delete(key);
    try {
      sessionStorage.setItem(key, field.value);
    } catch {
      // A full or forbidden storage must not stop typing.
    }
  };

  const onSaved = field => {
    const key = storageKey(field);
    if (sessionStorage.getItem(key) === committed.get(key)?.text && greenDevText.isAnswered(field)) {
      forget(key);
    }
  };

  // What stands behind the counter in data-saved; a text field carries the counter alone.
  const savedText = field => field.dataset.saved?.split('|')[1];

  const isCounted = change => change.attributeName === 'data-saved' && change.oldValue?.split('|')[0] !== change.target.dataset.saved?.split('|')[0];

  const isLive = field => !field.closest('[data-island]:not([data-interactive])');

  const look = () => {
    document.querySelectorAll('[data-mirror-key]').forEach(field => {
      const key = storageKey(field);
      const text = sessionStorage.getItem(key);
      if (text === null || committed.get(key)?.field === field || !isLive(field) || document.activeElement === field || field.matches(':disabled') || field.readOnly) {
        return;
      }

      if (field.value === text) {
        // The page may show it again without having stored it.
        if (text === (savedText(field) ?? text)) {
          sessionStorage.removeItem(key);
        }
      } else {
        offered.set(key, text);
      }
    });
    show();
  };

  const show = () => {
    const fields = new Map([...document.querySelectorAll('[data-mirror-key]')].map(field => [storageKey(field), field]));
    const lines = [...offered].filter(([key]) => fields.has(key)).map(([key, text]) => {
      const line = document.createElement('li');
      line.textContent = `${labelOf(fields.get(key))}：${text || '（已清空）'}`;
      return line;
    });
    offer.querySelector('ul').replaceChildren(...lines);
    offer.hidden = lines.length === 0;
  };

  const restore = field => {
    const key = storageKey(field);
    if (!offered.has(key)) {
      return;
    }

    field.value = offered.get(key);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  document.addEventListener('input', event => {
    const field = mirrored(event.target);
    if (field) {
      keep(field);
    }
  }, true);

  document.addEventListener('change', event => {
    const field = mirrored(event.target);
    if (field && isLive(field)) {
      committed.set(storageKey(field), { field, text: field.value });
    }
  }, true);

  document.addEventListener('greendev:saved', event => {
    const field = mirrored(event.target);
    if (field) {
      forget(storageKey(field));
    }
  }, true);

  offer.querySelector('[data-restore]').addEventListener('click', () => {
    document.querySelectorAll('[data-mirror-key]').forEach(restore);
    show();
  });

  offer.querySelector('[data-discard]').addEventListener('click', () => [...offered.keys()].forEach(forget));

  let waiting = 0;
  const lookSoon = () => { waiting ||= setTimeout(() => { waiting = 0; look(); }, 300); };
  new MutationObserver(changes => {
    const ofPage = changes.filter(change => !offer.contains(change.target));
    ofPage.filter(isCounted).map(change => mirrored(change.target)).filter(Boolean).forEach(onSaved);
    if (sessionStorage.length && ofPage.some(change => change.attributeName !== 'data-saved')) {
      lookSoon();
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeOldValue: true, attributeFilter: ['data-saved', 'data-interactive'] });

  look();

  window.greenDevUnsaved = { isAny: () => Object.keys(sessionStorage).some(key => key.startsWith(prefix)) };
})();
