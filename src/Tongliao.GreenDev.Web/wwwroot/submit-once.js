// A form on its way is not sent again: its buttons rest until the answer replaces the page.
(() => {
  const restMilliseconds = 20000;
  const resting = new Map();

  const buttonsOf = form => [...form.elements].filter(element => element.type === 'submit');

  const release = form => {
    clearTimeout(resting.get(form).timer);
    resting.get(form).buttons.forEach(button => { button.disabled = false; });
    resting.delete(form);
  };

  document.addEventListener('submit', event => {
    const form = event.target;
    const method = event.submitter?.getAttribute('formmethod') ?? form.getAttribute('method');
    if (event.defaultPrevented || method?.toLowerCase() !== 'post') {
      return;
    }

    if (resting.has(form)) {
      event.preventDefault();
      return;
    }

    const rest = { buttons: buttonsOf(form).filter(button => !button.disabled) };
    resting.set(form, rest);
    // Not before the browser has collected the fields: a disabled button's own value would not be sent.
    setTimeout(() => rest.buttons.forEach(button => { button.disabled = true; }));
    // An answer that never comes leaves the page as it is: then it may be sent again, and is the same act to the portal.
    rest.timer = setTimeout(() => release(form), restMilliseconds);
  });

  // Going back may bring the page as it was left.
  addEventListener('pageshow', () => [...resting.keys()].forEach(release));
})();
