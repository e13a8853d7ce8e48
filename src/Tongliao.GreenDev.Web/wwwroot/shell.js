// The frame: the menu folded to icons (remembered) or opened as a sheet on a phone, the menus of plans and of the person, light or dark (remembered).
(() => {
  const root = document.documentElement;
  const phone = matchMedia('(max-width: 760px)');
  const looks = () => document.querySelectorAll('[data-look]');
  const persons = () => document.querySelectorAll('details.person[open], details.plans[open], details.export[open]');

  // The server reads these and sends the page right at once.
  const remember = (name, value) => {
    const life = value === '' ? 0 : 31536000;
    document.cookie = `greendev-${name}=${value}; path=/; max-age=${life}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  };

  const tell = () => {
    const isOpen = phone.matches ? root.dataset.sheet === 'open' : root.dataset.menu !== 'icons';
    document.getElementById('menu-button')?.setAttribute('aria-expanded', String(isOpen));
    document.querySelectorAll('[data-density]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.density === (root.dataset.rows ?? ''))));
    looks().forEach(button => button.setAttribute('aria-pressed', String(button.dataset.look === (root.dataset.theme ?? ''))));
  };

  const set = (name, value) => {
    if (value === '') {
      delete root.dataset[name];
    } else {
      root.dataset[name] = value;
    }
  };

  const turnMenu = () => {
    if (phone.matches) {
      set('sheet', root.dataset.sheet === 'open' ? '' : 'open');
    } else {
      set('menu', root.dataset.menu === 'icons' ? '' : 'icons');
      remember('menu', root.dataset.menu ?? '');
    }
  };

  const choose = look => {
    set('theme', look);
    remember('theme', look);
    document.dispatchEvent(new Event('greendev:theme'));
  };

  document.addEventListener('click', event => {
    const look = event.target.closest('[data-look]');
    const density = event.target.closest('[data-density]');
    if (event.target.closest('#menu-button')) {
      turnMenu();
    } else if (look) {
      choose(look.dataset.look);
    } else if (density) {
      set('rows', density.dataset.density);
      remember('rows', density.dataset.density);
    }

    persons().forEach(person => { person.open = person.contains(event.target); });
    tell();
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') {
      return;
    }

    persons().forEach(person => {
      person.open = false;
      person.querySelector('summary').focus();
    });
    if (root.dataset.sheet === 'open') {
      set('sheet', '');
      document.getElementById('menu-button').focus();
      tell();
    }
  });

  // The bell asks again while somebody looks, and when they come back. It is no activity: the session ends all the same.
  const ring = async () => {
    const bell = document.querySelector('[data-bell]');
    if (document.hidden || !bell) {
      return;
    }

    try {
      const answer = await fetch('/bell', { cache: 'no-store', headers: { accept: 'application/json' } });
      if (answer.status === 200) {
        const { figure, words, address } = await answer.json();
        const count = bell.querySelector('.count');
        bell.href = address;
        bell.title = words;
        bell.setAttribute('aria-label', words);
        count.textContent = figure;
        count.hidden = figure === '';
      }
    } catch {
      // The next round asks again.
    }
  };

  setInterval(ring, 30000);
  document.addEventListener('visibilitychange', ring);

  phone.addEventListener('change', tell);
  Blazor.addEventListener('enhancedload', () => {
    set('sheet', '');
    tell();
  });
  tell();
})();
