// The text of an editor made of elements, with a map back to the nodes. `textContent` will not do: it glues
// paragraphs together ("internt" Enter "brug" becomes "interntbrug") and leaves out emoji that are pictures.

(() => {
  const LEFT_OUT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "VIDEO", "AUDIO", "CANVAS"]);
  const BLANKS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
  const EMOJI = /^\p{RGI_Emoji}$/v;

  /** One reading: the text so far, the pieces it came from, and the newlines that wait for something to follow. */
  class Reading {
    text = "";
    /** @type {Piece[]} */
    pieces = [];
    #waiting = 0;
    #open = false; // whether the line has something on it
    #blank = false; // whether the text ends with a blank that swallows the next

    /** @param {string} words @param {Node} node @param {number} offset where in the node @param {boolean} whole */
    add(words, node, offset, whole = false) {
      if (this.#waiting) this.text += "\n".repeat(this.#waiting);
      this.#waiting = 0;
      const start = this.text.length;
      this.text += words;
      this.pieces.push({ start, end: this.text.length, node, offset, whole });
      this.#open = true;
      this.#blank = false;
    }

    /** One blank for a run of them, none where a line begins: as the browser shows it. */
    addBlank(node, offset) {
      if (!this.#open || this.#blank) return;
      this.add(" ", node, offset);
      this.#blank = true;
    }

    /** A line ends here, where there is one: two blocks that end together end one line. */
    block() {
      if (this.#open) this.break();
    }

    break() {
      this.#waiting += 1;
      this.#open = false;
      this.#blank = false;
    }
  }

  /**
   * Read an editor.
   * @param {Element} root
   * @returns {{text: string, pieces: Piece[]}} every piece: text[start, end) is what the node has from `offset` on;
   *   `whole`: the node is a picture that stands for its alternative text
   */
  postlint.read = (root) => {
    const reading = new Reading();
    readChildren(root, reading);
    return { text: reading.text.toWellFormed(), pieces: reading.pieces };
  };

  function readChildren(element, reading) {
    const keeps = /pre|break-spaces/.test(getComputedStyle(element).whiteSpace);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) readText(/** @type {Text} */ (child), reading, keeps);
      else if (child.nodeType === Node.ELEMENT_NODE) readElement(/** @type {Element} */ (child), reading);
    }
  }

  function readElement(element, reading) {
    if (element.tagName === "BR") return reading.break();
    if (element.tagName === "IMG") return readPicture(element, reading);
    if (LEFT_OUT.has(element.tagName) || element.ariaHidden === "true") return undefined;
    const { display, visibility } = getComputedStyle(element);
    if (display === "none" || visibility === "hidden") return undefined;
    const block = !/^(inline|contents|ruby)/.test(display);
    if (block) reading.block();
    readChildren(element, reading);
    if (block) reading.block();
    return undefined;
  }

  /** Some sites put every emoji as a picture. */
  function readPicture(picture, reading) {
    const words = picture.getAttribute("alt") ?? "";
    if (EMOJI.test(words)) reading.add(words, picture, 0, true);
  }

  /** @param {Text} node @param {boolean} keeps whether blanks and newlines are shown as they stand */
  function readText(node, reading, keeps) {
    if (keeps) {
      if (node.data) reading.add(node.data, node, 0);
      return;
    }
    for (const { 0: run, index } of node.data.matchAll(BLANKS)) {
      if (/^[ \t\n\r\f]/.test(run)) reading.addBlank(node, index);
      // Where blanks collapse, the browser itself puts no-break spaces for those one types.
      else reading.add(run.replaceAll("\u00a0", " "), node, index);
    }
  }

  /**
   * The range of text[start, end) in UTF-16 units.
   * @param {Element} root @param {Piece[]} pieces @returns {Range}
   */
  postlint.rangeOf = (root, pieces, start, end) => {
    const range = document.createRange();
    const first = pieces.find((piece) => piece.end > start);
    const last = pieces.findLast((piece) => piece.start < end);
    if (!first || !last || first.start > last.end) return caretAt(range, root, pieces, start);
    place(range, "Start", first, Math.max(start, first.start));
    place(range, "End", last, Math.min(end, last.end));
    return range;
  };

  /** An empty range: at the end of what stands before `at`, else where the text begins, else in the empty editor. */
  function caretAt(range, root, pieces, at) {
    const before = pieces.findLast((piece) => piece.start < at);
    const piece = before ?? pieces[0];
    if (piece) place(range, "Start", piece, before ? Math.min(at, piece.end) : piece.start);
    else range.selectNodeContents(deepest(root));
    range.collapse(true);
    return range;
  }

  postlint.caretOf = (root, pieces, at) => caretAt(document.createRange(), root, pieces, at);

  function deepest(element) {
    const child = element.firstElementChild;
    return child && child.tagName !== "BR" ? deepest(child) : element;
  }

  function place(range, side, piece, at) {
    if (piece.whole) range[`set${side}${at > piece.start ? "After" : "Before"}`](piece.node);
    else range[`set${side}`](piece.node, piece.offset + at - piece.start);
  }
})();
