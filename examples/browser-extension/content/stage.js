// Where the extension draws: one element of its own with a closed shadow root, into which the page's scripts cannot look.

(() => {
  const EVENTS = ["keydown", "keyup", "keypress", "click", "dblclick", "auxclick", "mousedown", "mouseup", "pointerdown", "pointerup", "wheel", "paste", "copy", "input"];

  /** The host, its root, and a way to place things over the page. */
  class Stage {
    host = document.createElement("postlint-marks");
    #root = this.host.attachShadow({ mode: "closed" });
    floor = make("div", { className: "stage" });

    constructor() {
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
    let [left, top, right, bottom] = [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    let { position } = getComputedStyle(element);
    for (let around = element.parentElement; around && around !== document.body && position !== "fixed"; around = around.parentElement) {
      const style = getComputedStyle(around);
      position = style.position;
      if (style.overflow === "visible") continue;
      const edge = around.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  postlint.make = make;
  postlint.Stage = Stage;
})();
