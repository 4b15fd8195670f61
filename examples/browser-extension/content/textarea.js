// A textarea: its text is one string, and the marks lie over it, on a copy of the text that cannot be seen.

(() => {
  const { make } = postlint;
  const COPIED = [
    "fontFamily", "fontSize", "fontStyle", "fontWeight", "fontStretch", "fontVariant", "fontFeatureSettings", "fontKerning",
    "letterSpacing", "wordSpacing", "lineHeight", "textIndent", "textTransform", "textAlign", "textRendering", "direction",
    "tabSize", "wordBreak", "overflowWrap", "whiteSpace", "hyphens", "writingMode",
    "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  ];
  const RANKS = ["info", "warning", "error"];

  class TextareaSurface {
    #stage;
    /** @type {HTMLTextAreaElement} */
    #area;
    #layer = make("div", { className: "layer", ariaHidden: "true" });
    #mirror = make("div", { className: "mirror" });
    #watch = new ResizeObserver(() => this.place());

    constructor(stage, area) {
      this.#stage = stage;
      this.#area = area;
      this.#layer.append(this.#mirror);
      stage.floor.prepend(this.#layer);
      area.addEventListener("scroll", this.#scroll, { passive: true });
      this.#watch.observe(area);
    }

    read() {
      return this.#area.value.toWellFormed();
    }

    /** Mark spans. @param {{start: number, end: number, severity: string}[]} spans in UTF-16 units */
    mark(spans) {
      const text = this.read();
      this.#mirror.replaceChildren(...segments(text, spans), "\u200b");
      this.place();
    }

    /** Lay the copy exactly over the text. */
    place() {
      const area = this.#area;
      const style = getComputedStyle(area);
      const box = area.getBoundingClientRect();
      const seen = postlint.seen(area);
      const left = box.left + area.clientLeft;
      const top = box.top + area.clientTop;
      this.#layer.hidden = !this.#mirror.querySelector("mark") || !seen.width || !seen.height || style.visibility === "hidden";
      if (this.#layer.hidden) return;
      for (const name of COPIED) this.#mirror.style[name] = style[name];
      this.#mirror.style.width = `${area.clientWidth}px`;
      this.#layer.style.width = `${area.clientWidth}px`;
      this.#layer.style.height = `${area.clientHeight}px`;
      const cut = [seen.top - top, left + area.clientWidth - seen.right, top + area.clientHeight - seen.bottom, seen.left - left];
      this.#layer.style.clipPath = `inset(${cut.map((side) => `${Math.max(0, side)}px`).join(" ")})`;
      this.#stage.put(this.#layer, left, top);
      this.#scroll();
    }

    #scroll = () => {
      this.#mirror.style.left = `${-this.#area.scrollLeft}px`;
      this.#mirror.style.top = `${-this.#area.scrollTop}px`;
    };

    /** The marks as they lie, for tests: what is marked and where. */
    marks() {
      return [...this.#mirror.querySelectorAll("mark")].map((mark) => ({
        words: mark.textContent, severity: mark.className, spans: mark.dataset.spans, box: mark.getBoundingClientRect().toJSON(),
      }));
    }

    select(start, end) {
      this.#area.focus();
      this.#area.setSelectionRange(start, end);
    }

    caret() {
      const { selectionStart, selectionEnd } = this.#area;
      return () => this.select(selectionStart, selectionEnd);
    }

    /** Replace text[start, end), so that it can be undone and the page hears of it. */
    async replace(start, end, words) {
      const wanted = this.read().slice(0, start) + words + this.read().slice(end);
      this.select(start, end);
      const done = document.execCommand(words ? "insertText" : "delete", false, words);
      if (!done || this.read() !== wanted) this.#put(start, end, words, wanted);
      await settled();
      return this.read() === wanted;
    }

    #put(start, end, words, wanted) {
      if (this.read() !== wanted) this.#area.setRangeText(words, start, end, "end");
      this.#area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: words }));
    }

    remove() {
      this.#watch.disconnect();
      this.#area.removeEventListener("scroll", this.#scroll);
      this.#layer.remove();
    }
  }

  /** The text cut where spans begin and end; a cut with spans on it becomes a mark of the gravest severity. */
  function segments(text, spans) {
    const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((start, number) => {
      const words = text.slice(start, cuts[number + 1]);
      const over = spans.flatMap((span, index) => (span.start <= start && span.end > start ? [index] : []));
      if (!over.length) return words;
      const gravest = Math.max(...over.map((index) => RANKS.indexOf(spans[index].severity)));
      const mark = make("mark", { className: RANKS[gravest] }, words);
      mark.dataset.spans = over.join(" ");
      return mark;
    });
  }

  /** Wait until the page's own code has seen what happened. */
  function settled() {
    return new Promise((done) => setTimeout(done, 40));
  }

  postlint.settled = settled;
  postlint.TextareaSurface = TextareaSurface;
})();
