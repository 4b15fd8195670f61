// The marks in editors made of elements, in two ways: the browser's own highlights, which never lag behind the words but
// can be seen by a page that looks for them, and lines drawn on top, in the closed shadow root.

(() => {
  const { make } = postlint;
  const SEVERITIES = ["info", "warning", "error"];

  /** @typedef {{severity: string, range: Range}} Mark */

  /** Ranges that the browser paints; they belong to the document and change no element. */
  class HighlightMarks {
    /** @type {Mark[]} */
    all = [];

    /** @param {Mark[]} marks */
    set(marks) {
      this.remove();
      this.all = marks;
      for (const { severity, range } of marks) highlight(severity).add(range);
    }

    place() {}

    box(range) {
      return range.getBoundingClientRect().toJSON();
    }

    remove() {
      for (const { severity, range } of this.all) highlight(severity).delete(range);
      this.all = [];
    }
  }

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

  /** Lines under the words, each a strip of blanks with the same underline as elsewhere. */
  class DrawnMarks {
    /** @type {Mark[]} */
    all = [];
    #stage;
    #editor;
    #layer = make("div", { className: "layer", ariaHidden: "true" });
    #watch = new ResizeObserver(() => this.place());
    /** @type {Map<Range, Element[]>} */
    #lines = new Map();

    constructor(stage, editor) {
      this.#stage = stage;
      this.#editor = editor;
      stage.floor.prepend(this.#layer);
      this.#watch.observe(editor);
    }

    set(marks) {
      this.all = [...marks].sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
      this.place();
    }

    place() {
      const box = this.#editor.getBoundingClientRect();
      const seen = postlint.seen(this.#editor);
      this.#layer.hidden = !this.all.length || !seen.width || !seen.height;
      if (this.#layer.hidden) return;
      const cut = [seen.top - box.top, box.right - seen.right, box.bottom - seen.bottom, seen.left - box.left];
      this.#layer.style.clipPath = `inset(${cut.map((side) => `${Math.max(0, side)}px`).join(" ")})`;
      this.#layer.style.width = `${box.width}px`;
      this.#layer.style.height = `${box.height}px`;
      this.#stage.put(this.#layer, box.left, box.top);
      this.#lines = new Map(this.all.map(({ severity, range }) => [range, lines(severity, range, box)]));
      this.#layer.replaceChildren(...[...this.#lines.values()].flat());
    }

    box(range) {
      return (this.#lines.get(range)?.[0] ?? this.#layer).getBoundingClientRect().toJSON();
    }

    remove() {
      this.#watch.disconnect();
      this.#layer.remove();
    }
  }

  function lines(severity, range, box) {
    return [...range.getClientRects()].filter(({ width }) => width > 0).map((rect) => {
      const line = make("mark", { className: `line ${severity}` }, "\u00a0".repeat(400));
      Object.assign(line.style, {
        left: `${rect.left - box.left}px`, top: `${rect.top - box.top}px`, width: `${rect.width}px`,
        height: `${rect.height + 4}px`, lineHeight: `${rect.height}px`, fontSize: `${rect.height * 0.8}px`,
      });
      return line;
    });
  }

  postlint.HighlightMarks = HighlightMarks;
  postlint.DrawnMarks = DrawnMarks;
})();
