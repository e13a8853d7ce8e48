// Says how long a text is and how long it may be, where maxlength would cut what is pasted without a word. A form with a text that is
// too long is not sent. Rows of the entry sheet say it themselves. The browser's own checks are off (novalidate): they speak its
// language, not the page's.
(() => {
  const limited = '[data-max-length]:not([data-island] *)';

  const faultOf = field => {
    const length = (field.type === 'password' ? field.value : field.value.trim()).length;
    const most = Number(field.dataset.maxLength);
    return length > most ? `已输入${length}字，最多${most}字，请精简后再提交` : '';
  };

  const noteOf = field => field.parentElement.querySelector(':scope > [data-length-fault]');

  const check = field => {
    const fault = faultOf(field);
    let note = noteOf(field);
    if (fault && !note) {
      note = document.createElement('span');
      note.dataset.lengthFault = '';
      note.className = 'field-error';
      note.setAttribute('role', 'status');
      field.after(note);
    }

    if (fault) {
      note.textContent = fault;
    } else {
      note?.remove();
    }
  };

  const checkAll = () => document.querySelectorAll(limited).forEach(check);

  document.addEventListener('input', event => {
    if (event.target.matches?.(limited)) {
      check(event.target);
    }
  });

  // Before submit-once.js, which lets a form rest that is on its way.
  document.addEventListener('submit', event => {
    const wrong = [...event.target.elements].find(field => field.matches(limited) && faultOf(field));
    if (wrong && event.submitter?.getAttribute('formmethod') !== 'dialog') {
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.closest('details')?.setAttribute('open', '');
      wrong.focus();
    }
  }, true);

  Blazor.addEventListener('enhancedload', checkAll);
  checkAll();
})();
