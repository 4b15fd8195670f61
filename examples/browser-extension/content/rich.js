// An editor made of elements (contenteditable, Quill, Lexical …). The marks are the browser's own highlights: they
// change no element, so the editor's model never sees them.

(() => {
  const SEVERITIES = ["info", "warning", "error"];

  /** @returns {Highlight} the document's one highlight of a severity */
  function highlight(severity) {
    const name = `postlint-${severity}`;
    if (!CSS.highlights.has(name)) {
      const made = new Highlight();
      made.priority = SEVERITIES.indexOf(severity);
      CSS.highlights.set(name, made);
    }
    return CSS.highlights.get(name);
  }

  class RichSurface {
    /** @type {HTMLElement} */
    #editor;
    /** @type {[string, Range][]} */
    #marked = [];
    /** @type {Piece[]} */
    #pieces = [];

    constructor(stage, editor) {
      this.#editor = editor;
    }

    read() {
      const { text, pieces } = postlint.read(this.#editor);
      this.#pieces = pieces;
      return text;
    }

    mark(spans) {
      this.clear();
      this.read();
      this.#marked = spans.map(({ start, end, severity }) => [severity, this.#range(start, end)]);
      for (const [severity, range] of this.#marked) highlight(severity).add(range);
    }

    #range(start, end) {
      return postlint.rangeOf(this.#editor, this.#pieces, start, end);
    }

    clear() {
      for (const [severity, range] of this.#marked) highlight(severity).delete(range);
      this.#marked = [];
    }

    marks() {
      return this.#marked.map(([severity, range]) => ({ words: range.toString(), severity, box: range.getBoundingClientRect().toJSON() }));
    }

    place() {}

    select(start, end) {
      this.read();
      const range = start === end ? postlint.caretOf(this.#editor, this.#pieces, start) : this.#range(start, end);
      this.#take(range);
      (range.startContainer.parentElement ?? this.#editor).scrollIntoView({ block: "nearest" });
    }

    #take(range) {
      this.#editor.focus();
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }

    caret() {
      const selection = document.getSelection();
      const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
      return () => (range && this.#editor.contains(range.startContainer) ? this.#take(range) : this.#editor.focus());
    }

    /** Replace text[start, end). True where the editor shows the text that was wanted, blank lines aside. */
    async replace(start, end, words) {
      const before = this.read();
      this.select(start, end);
      await postlint.settled(); // editors take over the selection a moment later
      postlint.insert(this.#editor, words);
      await postlint.settled();
      return bare(this.read()) === bare(before.slice(0, start) + words + before.slice(end));
    }

    remove() {
      this.clear();
    }
  }

  /** Paragraphs look different in each editor; the words must be the same. */
  function bare(text) {
    return text.replace(/\s+/g, " ").trim();
  }

  postlint.RichSurface = RichSurface;
})();
