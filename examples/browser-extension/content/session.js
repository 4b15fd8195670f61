// One editor under way: when it is checked, what came of it, and what is marked.

(() => {
  const PAUSE = 300; // milliseconds without a change before a check
  const AGAIN = 3000; // before a backend that was off is asked again
  /** States that may end without a change of the text. */
  const ASK_AGAIN = new Set(["off", "not-started", "busy", "unpaired", "refused", "failed"]);
  let sessions = 0;

  class Session {
    #list;
    #number = (sessions += 1);
    #asked = 0;
    #timer = 0;
    #composing = false;
    #text = null;
    #checked = null;
    #watch = new MutationObserver(() => this.changed());
    /** @type {({start: number, end: number, severity: string} | null)[]} by finding; null: no words carry it any more */
    spans = [];
    /** @type {Answer} */
    answer = { state: "empty" };

    constructor(editor, stage, list) {
      this.editor = editor;
      this.#list = list;
      const area = editor.tagName === "TEXTAREA";
      this.surface = new (area ? postlint.TextareaSurface : postlint.RichSurface)(stage, editor);
      if (!area) this.#watch.observe(editor, { childList: true, characterData: true, subtree: true });
      editor.addEventListener("input", this.#input);
      editor.addEventListener("compositionstart", this.#compose);
      editor.addEventListener("compositionend", this.#compose);
    }

    #input = () => this.changed();

    #compose = ({ type }) => {
      this.#composing = type === "compositionstart";
      this.changed();
    };

    /** The text may have changed: move the marks along, and check when the person pauses. */
    changed({ again = false } = {}) {
      const text = this.surface.read();
      if (text === this.#text && !again) return this.#mark();
      this.#follow(text);
      this.#later(PAUSE);
      return undefined;
    }

    /** Look whether the page changed the text without telling, as it does when it empties the field. */
    notice() {
      if (!document.hidden && this.surface.read() !== this.#text) this.changed();
    }

    #later(pause) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#check(), pause);
    }

    /** Keep the marks on their words until the next answer. */
    #follow(text) {
      const kept = this.spans.map((span) => /** @type {[number, number]} */ (span ? [span.start, span.end] : [-1, -1]));
      const moved = postlint.carry(kept, this.#text ?? "", text);
      this.spans = this.spans.map((span, number) => {
        const place = span && moved[number];
        return place ? { ...span, start: place[0], end: place[1] } : null;
      });
      this.#text = text;
      this.#mark();
    }

    #mark() {
      this.surface.mark(this.spans.filter((span) => span && span.end > span.start));
    }

    /** Whether the answer is one about the text as it stands. */
    get settled() {
      return this.#checked === this.surface.read();
    }

    async #check() {
      if (this.#composing) return;
      const text = this.surface.read();
      const asked = (this.#asked += 1);
      if (!text.trim()) {
        this.#take({ state: "empty" }, text);
        return;
      }
      if (!ASK_AGAIN.has(this.answer.state) && !this.answer.findings?.length) this.#show({ state: "checking" });
      const answer = await postlint.ask({ kind: "check", editor: this.#number, text });
      if (asked !== this.#asked || answer.state === "stale") return;
      if (this.surface.read() !== text) this.changed();
      else this.#take(answer, text);
      if (ASK_AGAIN.has(answer.state)) this.#later(AGAIN);
    }

    /** @param {Answer} answer @param {string} text that it is about */
    #take(answer, text) {
      this.#text = this.#checked = text;
      this.spans = (answer.findings ?? []).map(({ field, span, severity }) => (
        field === "text" && span ? { start: span.utf16_start, end: span.utf16_end, severity } : null
      ));
      this.#mark();
      this.#show(answer);
    }

    #show(answer) {
      this.answer = answer;
      this.#list.changed(this);
    }

    /** Mend the text as a fix says, from the last edit to the first. @param {Fix} fix @returns {Promise<boolean>} */
    async mend(fix) {
      const text = this.surface.read();
      if (text !== this.#checked) return false; // the places of the edits are no longer those
      const edits = [...fix.edits].sort((one, other) => other.start - one.start);
      let done = true;
      for (const { start, end, text: words } of edits) {
        done = (await this.surface.replace(postlint.utf16(text, start), postlint.utf16(text, end), words)) && done;
      }
      return done;
    }

    /** Show a sentence in the list's place. @param {string} sentence */
    say(sentence) {
      this.#show({ state: "failed", detail: sentence, host: this.answer.host });
      this.#later(AGAIN);
    }

    remove() {
      clearTimeout(this.#timer);
      this.#asked += 1;
      this.#watch.disconnect();
      this.editor.removeEventListener("input", this.#input);
      this.editor.removeEventListener("compositionstart", this.#compose);
      this.editor.removeEventListener("compositionend", this.#compose);
      this.surface.remove();
    }
  }

  postlint.Session = Session;
})();
