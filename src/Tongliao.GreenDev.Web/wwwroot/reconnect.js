// Starts Blazor and looks after its connection. The script of .NET 9 only changes the class of the dialog element,
// that of .NET 10 raises an event: both are heard.
(() => {
  const retryMilliseconds = 2000;
  const signedOutMilliseconds = 20000;
  const dialog = document.getElementById('components-reconnect-modal');
  const controls = '[data-island] :is(input, select, textarea, button, [contenteditable])';
  let lostAt = 0;
  let timer = 0;

  // Live text fields take what is typed meanwhile: a hand on the keyboard does not stop for a line.
  const markControls = () => [...document.querySelectorAll(controls)].filter(control => !greenDevText.isLive(control))
    .forEach(control => { control.inert = lostAt > 0; });

  const isAlive = async () => {
    try {
      return (await fetch('/health/live', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  };

  const reconnect = async () => {
    try {
      return await Blazor.reconnect();
    } catch {
      return null;
    }
  };

  const poll = async () => {
    if (!lostAt) {
      return;
    }

    if (await isAlive() && lostAt) {
      const givenUp = dialog.classList.contains('components-reconnect-failed');
      // A portal that answers while the circuit stays away no longer knows this person or this circuit: the page starts afresh.
      if ((givenUp && await reconnect() === false) || Date.now() - lostAt > signedOutMilliseconds) {
        location.reload();
        return;
      }
    } else if (lostAt) {
      lostAt = Date.now();
    }

    timer = setTimeout(poll, retryMilliseconds);
  };

  const onLost = () => {
    if (!lostAt) {
      lostAt = Date.now();
      document.documentElement.dataset.connection = 'lost';
      markControls();
      timer = setTimeout(poll, retryMilliseconds);
    }
  };

  const onBack = () => {
    if (lostAt) {
      lostAt = 0;
      clearTimeout(timer);
      delete document.documentElement.dataset.connection;
      markControls();
      document.dispatchEvent(new Event('greendev:reconnected'));
    }
  };

  const onState = state => {
    if (state === 'rejected' || state === 'resume-failed') {
      location.reload();
    } else if (state === 'hide') {
      onBack();
    } else if (state === 'show' || state === 'retrying' || state === 'failed' || state === 'paused') {
      onLost();
    }
  };

  const stateOfClass = () => ['rejected', 'failed', 'show', 'hide'].find(state => dialog.classList.contains(`components-reconnect-${state}`));
  new MutationObserver(() => onState(stateOfClass())).observe(dialog, { attributes: true, attributeFilter: ['class'] });
  dialog.addEventListener('components-reconnect-state-changed', event => onState(event.detail?.state));

  window.greenDev = {
    refuseCircuit: text => { document.querySelector('#blazor-error-ui [data-message]').textContent = text; },
  };

  Blazor.start({
    circuit: { reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: retryMilliseconds, dialogId: dialog.id } },
  });
})();
