// Starts Blazor, says when the line is lost, and gives the circuit of a tab back that nobody looks at.
(() => {
  const retryMilliseconds = 2000;
  const signedOutMilliseconds = 20000;
  const hiddenMilliseconds = Number(document.body.dataset.pauseHiddenSeconds) * 1000;
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
      document.documentElement.removeAttribute('data-paused');
      markControls();
      document.dispatchEvent(new Event('greendev:reconnected'));
    }
  };

  const answers = {
    show: onLost, retrying: onRetry, paused: onLost, hide: onBack, failed: startAfresh, rejected: startAfresh, 'resume-failed': startAfresh,
  };
  dialog.addEventListener('components-reconnect-state-changed', event => answers[event.detail.state]?.());

  // A tab that nobody looks at gives its circuit back. What it showed is kept in the browser meanwhile, so that the portal may even be
  // started anew; what is open or not saved yet would not come back by itself, so such a tab keeps its circuit.
  const islands = '[data-island][data-interactive]';
  const open = 'dialog[open], .mud-dialog-container';
  const markIslands = isPaused => document.querySelectorAll('[data-island]').forEach(island => { island.inert = isPaused; });
  let timer = 0;
  let pausing = Promise.resolve(false);

  // Whether it was tried: a portal that goes down meanwhile leaves the tab neither connected nor paused.
  const pause = async () => {
    if (isLost || !document.querySelector(islands) || document.querySelector(open) || greenDevUnsaved.isAny()) {
      return false;
    }

    // What is drawn anew takes the place of what stands here: until then nothing may be typed into it.
    markIslands(true);
    let isPaused = false;
    try {
      isPaused = await Blazor.pauseCircuit();
    } catch {
      // The line was lost first.
    }

    document.documentElement.toggleAttribute('data-paused', isPaused);
    markIslands(isPaused);
    return true;
  };

  const isResumed = async () => {
    try {
      return await Blazor.resumeCircuit();
    } catch {
      return false;
    }
  };

  const resume = async () => {
    const wasPaused = pausing;
    pausing = Promise.resolve(false);
    if (await wasPaused) {
      while (!await isAlive()) {
        await new Promise(done => setTimeout(done, retryMilliseconds));
      }

      if (!await isResumed()) {
        startAfresh();
      }
    }
  };

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(() => { pausing = pause(); }, hiddenMilliseconds);
    } else {
      resume();
    }
  });

  window.greenDev = {
    refuseCircuit: text => { document.querySelector('#blazor-error-ui [data-message]').textContent = text; },
  };

  Blazor.start({
    circuit: { reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: retryMilliseconds, dialogId: dialog.id } },
  });
})();
