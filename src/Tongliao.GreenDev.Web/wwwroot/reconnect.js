// Starts Blazor and says when the line is lost.
(() => {
  const retryMilliseconds = 2000;
  const signedOutMilliseconds = 20000;
  const dialog = document.getElementById('components-reconnect-modal');
  const controls = '[data-island] :is(input, select, textarea, button, [contenteditable])';
  let isLost = false;
  let awayAt = 0;

  // Live text fields take what is typed meanwhile: a hand on the keyboard does not stop for a line.
  const markControls = () => [...document.querySelectorAll(controls)].filter(control => !greenDevText.isLive(control))
    .forEach(control => { control.inert = isLost; });

  const isAlive = async () => {
    try {
      return (await fetch('/health/live', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  };

  const startAfresh = () => location.reload();

  const onLost = () => {
    if (!isLost) {
      isLost = true;
      awayAt = Date.now();
      document.documentElement.dataset.connection = 'lost';
      markControls();
    }
  };

  // A portal that answers while the circuit stays away no longer knows this person.
  const onRetry = async () => {
    if (!await isAlive()) {
      awayAt = Date.now();
    } else if (isLost && Date.now() - awayAt > signedOutMilliseconds) {
      startAfresh();
    }
  };

  const onBack = () => {
    if (isLost) {
      isLost = false;
      delete document.documentElement.dataset.connection;
      markControls();
      document.dispatchEvent(new Event('greendev:reconnected'));
    }
  };

  const answers = {
    show: onLost, retrying: onRetry, paused: onLost, hide: onBack, failed: startAfresh, rejected: startAfresh, 'resume-failed': startAfresh,
  };
  dialog.addEventListener('components-reconnect-state-changed', event => answers[event.detail.state]?.());

  window.greenDev = {
    refuseCircuit: text => { document.querySelector('#blazor-error-ui [data-message]').textContent = text; },
  };

  Blazor.start({
    circuit: { reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: retryMilliseconds, dialogId: dialog.id } },
  });
})();
