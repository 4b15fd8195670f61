// An editor made of elements (contenteditable, Quill, Lexical …), read and marked without changing any of them.

(() => {
  class RichSurface {
    /** @type {HTMLElement} */
    #editor;
    /** @type {any} */
    #marks;
    /** @type {Piece[]} */
    #pieces = [];

    constructor(stage, editor) {
      this.#editor = editor;
      // A page's own shadow root keeps the styles of highlights out.
      const drawn = postlint.drawn || editor.getRootNode() !== document;
      this.#marks = drawn ? new postlint.DrawnMarks(stage, editor) : new postlint.HighlightMarks();
    }

    read() {
      const { text, pieces } = postlint.read(this.#editor);
      this.#pieces = pieces;
      return text;
    }

    mark(spans) {
      this.read();
      this.#marks.set(spans.map(({ start, end, severity }) => ({ severity, range: this.#range(start, end) })));
    }

    #range(start, end) {
      return postlint.rangeOf(this.#editor, this.#pieces, start, end);
    }

    place() {
      this.#marks.place();
    }

    /** What is marked and where, for tests. */
    marks() {
      return this.#marks.all.map(({ severity, range }) => ({ words: range.toString(), severity, box: this.#marks.box(range) }));
    }

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
      this.#marks.remove();
    }
  }

  /** Paragraphs look different in each editor; the words must be the same. */
  function bare(text) {
    return text.replace(/\s+/g, " ").trim();
  }

  postlint.RichSurface = RichSurface;
})();
