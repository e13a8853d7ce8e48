// Watches over the session: warns before it ends, offers to stay, and goes to the sign-in page when it has ended.
// Asking how much is left does not extend it; what the person does in an interactive page does, at most once a minute. The server
// cannot tell: what reaches it from a circuit is as often the browser's answer to an update that somebody else caused.
// Circuits call greenDevSession.end when the server ended the session.
(() => {
  const dialog = document.getElementById('session-watch');
  const left = dialog.querySelector('[data-left]');
  const spoken = dialog.querySelector('[data-spoken]');
  const retrySeconds = 10;
  const activityMilliseconds = 60000;
  let timer = 0;
  let ticker = 0;
  let endsAt = 0;
  let lastActivity = Date.now();
  let isLeaving = false;

  const secondsLeft = () => Math.max(0, Math.round((endsAt - Date.now()) / 1000));
  const inWords = seconds => seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60}分钟`
    : seconds > 60 ? `${Math.floor(seconds / 60)}分${seconds % 60}秒` : `${seconds}秒`;
  const checkIn = seconds => { clearTimeout(timer); timer = setTimeout(check, seconds * 1000); };

  const end = () => {
    if (!isLeaving) {
      isLeaving = true;
      location.replace(`/sign-in?notice=expired&returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
    }
  };

  const tick = () => {
    const seconds = secondsLeft();
    left.textContent = inWords(seconds);
    if (seconds === 60 || seconds === 30) {
      spoken.textContent = `还有${seconds}秒将自动退出登录`;
    }
  };

  const warn = () => {
    if (!dialog.open) {
      dialog.showModal();
      ticker = setInterval(tick, 1000);
    }

    tick();
    checkIn(Math.min(retrySeconds, secondsLeft() + 1));
  };

  const calm = seconds => {
    clearInterval(ticker);
    spoken.textContent = '';
    if (dialog.open) {
      dialog.close();
    }

    checkIn(seconds);
  };

  const ask = async (address, method) => {
    try {
      const answer = await fetch(address, { method, cache: 'no-store', headers: { accept: 'application/json' } });
      if (answer.status === 401) {
        end();
      } else if (answer.ok) {
        const { remainingSeconds, warningSeconds } = await answer.json();
        endsAt = Date.now() + remainingSeconds * 1000;
        if (remainingSeconds > warningSeconds) {
          calm(remainingSeconds - warningSeconds);
        } else {
          warn();
        }
      } else {
        checkIn(retrySeconds);
      }
    } catch {
      checkIn(retrySeconds);
    }
  };

  const check = () => ask('/session', 'GET');
  const stay = () => ask('/session/extend', 'POST');

  dialog.querySelector('[data-stay]').addEventListener('click', stay);
  dialog.addEventListener('cancel', event => { event.preventDefault(); stay(); });

  const onActivity = () => {
    if (!dialog.open && Date.now() - lastActivity >= activityMilliseconds) {
      lastActivity = Date.now();
      stay();
    }
  };

  ['pointerdown', 'keydown', 'wheel', 'touchmove'].forEach(kind => document.addEventListener(kind, onActivity, { capture: true, passive: true }));

  // Timers stand still while a laptop sleeps; another tab may have ended or extended the session.
  document.addEventListener('visibilitychange', () => { if (!document.hidden) check(); });

  window.greenDevSession = { end };
  check();
})();
