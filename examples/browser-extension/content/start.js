// Begins when a person enters or types in an editor, also one that came later; ends where the site is withdrawn.

(() => {
  const TICK = 1000; // milliseconds between looks at what no event tells of: moved, emptied or removed editors
  const SHORTCUT = { code: "KeyP", altKey: true, shiftKey: true, ctrlKey: false, metaKey: false };

  class Watcher {
    /** @type {Map<HTMLElement, any>} */
    sessions = new Map();
    /** @type {any} the session of the editor that was entered last */
    current = null;
    stage = new postlint.Stage();
    list = new postlint.List(this.stage);
    #frame = 0;
    #shifts = new ResizeObserver(() => this.#moved()); // something above may have pushed the editors down

    constructor() {
      this.list.changed = (session) => session === this.current && this.list.show(session);
      addEventListener("focusin", this.#enter, true);
      addEventListener("input", this.#enter, true);
      addEventListener("keydown", this.#key, true);
      addEventListener("scroll", this.#moved, { capture: true, passive: true });
      addEventListener("resize", this.#moved);
      this.#shifts.observe(document.documentElement);
      if (document.body) this.#shifts.observe(document.body);
      this.#timer = setInterval(() => this.#tick(), TICK);
      if (document.activeElement) this.#begin(postlint.editorOf(/** @type {any} */ ({ composedPath: () => [document.activeElement] })));
    }

    #timer;

    #enter = (event) => {
      if (event.target === this.stage.host) {
        // A dialog of the page that holds the focus would take it back from the list.
        if (event.type === "focusin") event.stopImmediatePropagation();
        return;
      }
      if (event.isTrusted) this.#begin(postlint.editorOf(event));
    };

    /** @param {HTMLElement | null} editor */
    #begin(editor) {
      if (!editor) return;
      const known = this.sessions.get(editor);
      const session = known ?? new postlint.Session(editor, this.stage, this.list);
      this.sessions.set(editor, session);
      if (session !== this.current) {
        this.current = session;
        this.list.show(session);
      }
      if (!known) session.changed();
    }

    #key = (event) => {
      const same = Object.entries(SHORTCUT).every(([name, value]) => event[name] === value);
      if (!same || !event.isTrusted || !this.current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.list.toggle();
    };

    #moved = () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#place();
      });
    };

    #place() {
      for (const session of this.sessions.values()) session.surface.place();
      this.list.place();
    }

    #tick() {
      for (const [editor, session] of this.sessions) {
        if (editor.isConnected) session.notice();
        else this.#drop(editor, session);
      }
      this.#place();
    }

    #drop(editor, session) {
      session.remove();
      this.sessions.delete(editor);
      if (session === this.current) {
        this.current = null;
        this.list.hide();
      }
    }

    /** Settings were changed: check all anew. */
    again() {
      for (const session of this.sessions.values()) session.changed({ again: true });
    }

    stop() {
      removeEventListener("focusin", this.#enter, true);
      removeEventListener("input", this.#enter, true);
      removeEventListener("keydown", this.#key, true);
      removeEventListener("scroll", this.#moved, true);
      removeEventListener("resize", this.#moved);
      clearInterval(this.#timer);
      this.#shifts.disconnect();
      for (const [editor, session] of this.sessions) this.#drop(editor, session);
      this.stage.leave();
    }
  }

  /** Ask the worker; it may have ended in the middle of it, so once more. @returns {Promise<any>} */
  postlint.ask = async (message) => {
    try {
      return (await chrome.runtime.sendMessage(message)) ?? (await chrome.runtime.sendMessage(message)) ?? { state: "failed" };
    } catch {
      return chrome.runtime?.id ? chrome.runtime.sendMessage(message).catch(() => ({ state: "failed" })) : { state: "reloaded" };
    }
  };

  const ORDERS = {
    ping: () => true,
    open: () => postlint.watcher?.list.toggle(),
    again: () => again(),
    "granted?": async () => {
      if (await postlint.ask({ kind: "granted" })) return;
      postlint.watcher?.stop();
      postlint.watcher = null;
    },
  };

  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (sender.id !== chrome.runtime.id || !Object.hasOwn(ORDERS, message?.kind)) return;
    const said = ORDERS[message.kind]();
    reply(said === true);
  });

  async function again() {
    const { drawn } = postlint;
    await begin();
    if (drawn === postlint.drawn) return postlint.watcher?.again();
    postlint.watcher?.stop();
    postlint.watcher = new Watcher();
    return undefined;
  }

  async function begin() {
    const hello = await postlint.ask({ kind: "hello" });
    if (hello.texts) postlint.speak(hello);
  }

  if (!postlint.watcher) begin().then(() => (postlint.watcher ??= new Watcher()));
})();
