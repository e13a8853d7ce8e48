// What stands in a live field (data-live) belongs to the browser: Blazor is told what is typed and never sets the field itself.
// Around it stands a row, any element with data-answered, which hears what is typed by @ontyped. Each text sent has a number; the row says in data-answered how
// far the portal has come, and the field in data-text what the portal would have there: for example 1,200 for 1200. That is taken over
// only by a field that nobody is in and that still holds what was sent last. While the line is lost people type on, and what they
// typed is sent when it is back.
(() => {
  const fields = '[data-answered] [data-live]';
  // Of each field the text on which both sides agree once the portal has answered, and the number it was sent under.
  const sent = new WeakMap();
  let sequence = 0;

  const isLost = () => document.documentElement.dataset.connection === 'lost';
  const isLive = target => target instanceof Element && target.matches(fields);
  const stateOf = field => sent.get(field) ?? { text: field.value, sequence: 0 };
  const isAnswered = field => !isLive(field) || Number(field.closest('[data-answered]').dataset.answered) >= stateOf(field).sequence;
  const isUnsent = field => field.value !== stateOf(field).text;

  // An answer that stays away: until it comes, the row does not say what was true before (data-waiting).
  const patienceMilliseconds = 3000;
  const markWaiting = row => row.toggleAttribute('data-waiting', [...row.querySelectorAll('[data-live]')].some(field => !isAnswered(field)));

  const show = (field, text) => {
    if (field.value !== text) {
      field.value = text;
    }

    sent.set(field, { text: field.value, sequence: stateOf(field).sequence });
  };

  /** Takes over the portal's text where that overwrites nothing; into the field that has the focus only when its owner asked for it. */
  const take = (field, isAsked = false) => {
    const text = field.dataset.text;
    if (!sent.has(field)) {
      show(field, text ?? '');
    } else if (text !== undefined && isAnswered(field) && !isUnsent(field) && (isAsked || document.activeElement !== field)) {
      show(field, text);
    }
  };

  const messageOf = field => {
    const length = field.value.trim().length;
    const isTooLong = length > Number(field.dataset.maxLength);
    return { field: field.dataset.field, text: isTooLong ? null : field.value, length, sequence };
  };

  const send = field => field.dispatchEvent(new Event('change', { bubbles: true }));

  const sendUnsent = field => {
    if (isUnsent(field) && !isLost()) {
      send(field);
    }
  };

  document.addEventListener('change', event => {
    const field = event.target;
    if (!isLive(field)) {
      return;
    }

    // To Blazor the row speaks: with an event of the field's own it would send all that stands there, which may be more than a
    // message holds.
    event.stopPropagation();
    if (!isLost()) {
      const row = field.closest('[data-answered]');
      sent.set(field, { text: field.value, sequence: ++sequence });
      setTimeout(() => markWaiting(row), patienceMilliseconds);
      row.dispatchEvent(new CustomEvent('greendev:typed', { bubbles: true, detail: messageOf(field) }));
    }
  }, true);

  // A row that waits for a number to put others right (data-awaits) is told once nobody is on the way to it any more.
  const numbersOf = row => [...row.querySelectorAll('input[data-live]')];
  const endWait = row => {
    const awaited = row.dataset.awaits && numbersOf(row).find(field => field.dataset.field === row.dataset.awaits);
    if (awaited) {
      send(awaited);
    }
  };

  // The browser tells of a change only where the text differs from what it told last, which need not be what was sent last.
  document.addEventListener('focusout', event => {
    if (isLive(event.target)) {
      sendUnsent(event.target);
      take(event.target, true);
      const row = event.target.closest('[data-answered]');
      const numbers = numbersOf(row);
      if (numbers.indexOf(event.relatedTarget) <= numbers.indexOf(event.target)) {
        endWait(row);
      }
    }
  }, true);

  // What was sent over a line that was just breaking may never have arrived.
  document.addEventListener('greendev:reconnected', () => document.querySelectorAll(fields).forEach(field => {
    if (!field.readOnly && (isUnsent(field) || !isAnswered(field))) {
      send(field);
    }
  }));

  const fieldsIn = element => [...element.matches(fields) ? [element] : [], ...element.querySelectorAll(fields)];

  new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes) {
      const elements = type === 'attributes' ? [target] : [...addedNodes].filter(node => node instanceof Element);
      elements.flatMap(fieldsIn).forEach(field => take(field));
      if (target.dataset?.waiting !== undefined) {
        markWaiting(target);
      }

      if (target.dataset?.awaits && !numbersOf(target).includes(document.activeElement)) {
        endWait(target);
      }
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-text', 'data-answered', 'data-awaits'] });

  Blazor.registerCustomEventType('typed', { browserEventName: 'greendev:typed', createEventArgs: event => event.detail });
  document.querySelectorAll(fields).forEach(field => take(field));

  window.greenDevText = { isAnswered, isLive, isLost, isUnsent, send, sendUnsent, take };
})();
