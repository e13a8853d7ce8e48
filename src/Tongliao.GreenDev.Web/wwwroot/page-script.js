// Enhanced navigation patches the page and never runs its scripts. <page-script src> loads a module instead, and calls
// onLoad when the element comes, onUpdate after every patch while it is there, and onLeave when it goes. What navigation leaves behind for the keyboard is put right here too.
(() => {
  const live = new Map();

  const leave = element => {
    live.get(element)?.onLeave?.();
    live.delete(element);
  };

  const enter = async element => {
    const source = element.getAttribute('src');
    const module = await import(new URL(source, document.baseURI));
    if (element.isConnected && element.getAttribute('src') === source && !live.has(element)) {
      live.set(element, module);
      module.onLoad?.();
      module.onUpdate?.();
    }
  };

  customElements.define('page-script', class extends HTMLElement {
    static observedAttributes = ['src'];

    connectedCallback() {
      enter(this);
    }

    attributeChangedCallback(name, before) {
      if (before !== null) {
        leave(this);
        enter(this);
      }
    }

    disconnectedCallback() {
      leave(this);
    }
  });

  // A page that was opened anew is read from its heading; within a page, such as after a choice of quarter, the focus stays.
  let path = location.pathname;
  const focusHeading = () => {
    if (location.pathname === path) {
      return;
    }

    path = location.pathname;
    const heading = document.querySelector('main h1');
    if (heading && !location.hash) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  };

  Blazor.addEventListener('enhancedload', () => {
    focusHeading();
    live.forEach(module => module.onUpdate?.());
  });
})();
