// Where the extension draws: one element of its own with a closed shadow root, into which the page's scripts cannot look.

(() => {
  const EVENTS = [
    "keydown", "keyup", "keypress", "click", "dblclick", "auxclick", "mousedown", "mouseup", "pointerdown", "pointerup",
    "wheel", "paste", "copy", "input",
  ];

  /** The host, its root, and a way to place things over the page. */
  class Stage {
    // No element of a name of its own: the page could define that name, and get hold of the root from inside.
    host = document.createElement("div");
    #root = this.host.attachShadow({ mode: "closed" });
    floor = make("div", { className: "stage" });

    constructor() {
      this.host.dataset.postlint = "marks";
      for (const [name, value] of Object.entries({
        all: "initial", position: "absolute", top: "0", left: "0", width: "0", height: "0", "z-index": "2147483647",
      })) this.host.style.setProperty(name, value, "important");
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(postlint.css);
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(this.floor);
      // What one does in the list is not the page's business; its shortcuts would go off.
      for (const name of EVENTS) this.host.addEventListener(name, (event) => event.stopPropagation());
    }

    /** Stand beside an editor: in its dialog where it has one, since all else is out of reach or covered then. */
    stand(editor) {
      const parent = editor.closest("dialog[open], :popover-open, :fullscreen") ?? document.documentElement;
      this.floor.lang = postlint.lang;
      if (this.host.parentNode !== parent) parent.append(this.host);
    }

    leave() {
      this.host.remove();
    }

    get focused() {
      return this.#root.activeElement;
    }

    /** The element of ours that lies uppermost at a point of the window. */
    at(x, y) {
      return this.#root.elementFromPoint(x, y);
    }

    /** @param {HTMLElement} element @param {number} left @param {number} top in the window's pixels */
    put(element, left, top) {
      const zero = this.host.getBoundingClientRect();
      element.style.left = `${left - zero.left}px`;
      element.style.top = `${top - zero.top}px`;
    }
  }

  /** Make an element; text is only ever text. */
  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  /**
   * The part of an element that can be seen: not scrolled away in what is around it.
   * @param {Element} element @returns {DOMRect}
   */
  postlint.seen = (element) => {
    const box = element.getBoundingClientRect();
    let seen = common(box, new DOMRect(0, 0, innerWidth, innerHeight));
    let { position } = getComputedStyle(element);
    let around = element.parentElement;
    while (around && around !== document.body && position !== "fixed") {
      const style = getComputedStyle(around);
      position = style.position;
      if (style.overflow !== "visible") seen = common(seen, around.getBoundingClientRect());
      around = around.parentElement;
    }
    return seen;
  };

  /** What two boxes share. */
  function common(one, other) {
    const left = Math.max(one.left, other.left);
    const top = Math.max(one.top, other.top);
    const width = Math.min(one.right, other.right) - left;
    const height = Math.min(one.bottom, other.bottom) - top;
    return new DOMRect(left, top, Math.max(0, width), Math.max(0, height));
  }

  postlint.make = make;
  postlint.Stage = Stage;
})();
