// Says how long a text is and how long it may be, where maxlength would cut what is pasted without a word. A form with a text that is
// too long is not sent. Rows of the entry sheet say it themselves.
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
    field.setCustomValidity(fault);
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

  // A field that is folded away could not be shown, and the form would rest without a word.
  document.addEventListener('invalid', event => event.target.closest('details')?.setAttribute('open', ''), true);

  Blazor.addEventListener('enhancedload', checkAll);
  checkAll();
})();
