// Whether a click was meant: made by a person, on a button that has been in plain view for a while.

(() => {
  const LONG_ENOUGH = 500; // milliseconds

  /** Watches buttons that change the text. The browser itself says whether something covers or fades them. */
  class Guard {
    /** Since when each button has been in plain view. @type {WeakMap<Element, number>} */
    #since = new WeakMap();
    #observer = new IntersectionObserver((entries) => this.#note(entries), /** @type {any} */ ({
      threshold: [0.99], trackVisibility: true, delay: 100,
    }));

    /** @param {HTMLElement} button @param {() => void} act @param {() => void} tooEarly */
    onClick(button, act, tooEarly) {
      this.#observer.observe(button);
      postlint.onTrusted(button, "click", () => (this.#plain(button) ? act() : tooEarly()));
    }

    #note(entries) {
      for (const { target, isVisible, time } of entries) {
        if (!isVisible) this.#since.delete(target);
        else if (!this.#since.has(target)) this.#since.set(target, time);
      }
    }

    #plain(button) {
      const since = this.#since.get(button);
      return since !== undefined && performance.now() - since >= LONG_ENOUGH;
    }

    /** Forget all buttons. */
    clear() {
      this.#observer.disconnect();
      this.#since = new WeakMap();
    }
  }

  /** Act on what a person does, not on what a script pretends. */
  postlint.onTrusted = (element, name, act) => {
    element.addEventListener(name, (event) => {
      if (event.isTrusted) act(event);
    });
  };

  postlint.Guard = Guard;
})();
