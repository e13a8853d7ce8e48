// Where more than one plan is loaded the address of a page says which one it is about. Its links say so too from the moment somebody turns to them, so that
// they lead on within the plan, and what is copied from them means the same to whoever gets it. A link to another plan opens its page anew.
(() => {
  const parameter = 'plan';
  const chosen = () => new URLSearchParams(location.search).get(parameter);

  const complete = event => {
    const link = event.target.closest?.('a[href]');
    const plan = chosen();
    if (!plan || !link || link.getAttribute('href').startsWith('#')) {
      return;
    }

    const address = new URL(link.href);
    if (address.origin !== location.origin) {
      return;
    }

    if (!address.searchParams.has(parameter)) {
      address.searchParams.set(parameter, plan);
      link.href = address.pathname + address.search + address.hash;
    } else if (address.searchParams.get(parameter) !== plan) {
      link.dataset.enhanceNav = 'false';
    }
  };

  ['pointerdown', 'focusin', 'contextmenu', 'click'].forEach(kind => document.addEventListener(kind, complete, true));

  // A form that asks for a page sends its fields in place of the address.
  document.addEventListener('submit', event => {
    const form = event.target;
    const plan = chosen();
    if (plan && form.method === 'get' && !form.elements.namedItem(parameter)) {
      const field = Object.assign(document.createElement('input'), { type: 'hidden', name: parameter, value: plan });
      form.append(field);
    }
  }, true);

  // What a list shows is written into the address line without a request.
  window.greenDevPlan = {
    show: address => {
      const plan = chosen();
      const shown = new URL(address, location.origin);
      if (plan && !shown.searchParams.has(parameter)) {
        shown.searchParams.set(parameter, plan);
      }

      history.replaceState(null, '', shown.pathname + shown.search + shown.hash);
    },
  };
})();
