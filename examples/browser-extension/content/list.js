// The button beside the editor and the list that it opens: what was found, in words, for eyes, keyboard and screen reader.

(() => {
  const { make } = postlint;
  const GRAVEST_FIRST = ["error", "warning", "info"];
  const NO_TROUBLE = new Set(["checking", "empty", "findings", "nothing"]);

  /** Who checked, where somebody did. */
  function checker({ findings, host }) {
    if (!findings) return "postlint";
    return host ? postlint.say("checkedBy", { host }) : postlint.say("checkedHere");
  }

  class List {
    #stage;
    #guard = new postlint.Guard();
    #badge = make("button", { className: "badge", type: "button", hidden: true });
    #panel = make("section", { className: "panel", hidden: true, id: "panel" });
    #live = make("div", { className: "live", role: "status", ariaLive: "polite" });
    #body = make("div", { className: "body" });
    #title = make("h2", { id: "title" });
    #foot = make("footer");
    #told = "";
    /** @type {any} */
    #session = null;
    /** @type {(() => void) | null} */
    #goBack = null;

    constructor(stage) {
      this.#stage = stage;
      const close = make("button", { className: "close", type: "button" }, "×");
      this.#panel.append(make("header", {}, this.#title, close), this.#body, this.#foot);
      this.#panel.setAttribute("aria-labelledby", "title");
      this.#badge.setAttribute("aria-controls", "panel");
      stage.floor.append(this.#badge, this.#panel, this.#live);
      postlint.onTrusted(this.#badge, "click", () => this.toggle());
      postlint.onTrusted(close, "click", () => this.close());
      postlint.onTrusted(this.#panel, "keydown", (event) => this.#key(event));
      this.#close = close;
    }

    #close;

    get open() {
      return !this.#panel.hidden;
    }

    /** Show a session's state; the button stands beside its editor. */
    show(session) {
      if (session !== this.#session && this.open) this.close({ back: false });
      this.#session = session;
      this.#stage.stand(session.editor);
      const { answer } = session;
      const words = postlint.sentence(answer);
      if (answer.state === "empty") this.close({ back: false });
      this.#label(answer, words);
      this.#tell(answer, words);
      if (this.open) this.#fill();
      this.place();
    }

    #label(answer, words) {
      const worst = GRAVEST_FIRST.find((name) => answer.findings?.some(({ severity }) => severity === name)) ?? "";
      this.#badge.className = `badge ${NO_TROUBLE.has(answer.state) ? worst : "trouble"}`;
      this.#badge.textContent = answer.state === "findings" ? String(answer.findings.length) : postlint.short(answer);
      this.#badge.ariaLabel = postlint.say("openList", { state: words.endsWith(".") ? words : `${words}.` });
      this.#badge.title = this.#badge.ariaLabel;
      this.#badge.ariaExpanded = String(this.open);
      this.#badge.hidden = answer.state === "empty";
    }

    /** Say a change aloud, once; "checking" is no change. */
    #tell(answer, words) {
      if (answer.state === "checking" || words === this.#told) return;
      this.#told = words;
      this.#live.textContent = `postlint: ${words}`;
    }

    hide() {
      this.close({ back: false });
      this.#badge.hidden = true;
      this.#session = null;
    }

    toggle() {
      if (this.open) this.close();
      else if (this.#session && !this.#badge.hidden) this.#show();
    }

    #show() {
      this.#goBack = this.#session.surface.caret();
      this.#panel.hidden = false;
      this.#badge.ariaExpanded = "true";
      this.#close.ariaLabel = postlint.say("closeList");
      this.#fill();
      this.place();
      (this.#body.querySelector("button") ?? this.#close).focus();
    }

    /** Close the list; the focus and the caret go back where they were. */
    close({ back = true } = {}) {
      if (!this.open) return;
      this.#guard.clear();
      this.#panel.hidden = true;
      this.#badge.ariaExpanded = "false";
      if (back) this.#goBack?.();
      this.#goBack = null;
    }

    #key(event) {
      if (event.key === "Escape") {
        this.close();
        event.preventDefault();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const buttons = [...this.#panel.querySelectorAll("button, summary")];
      const next = buttons.indexOf(this.#stage.focused) + step;
      buttons[(next + buttons.length) % buttons.length].focus();
      event.preventDefault();
    }

    /** Fill the list anew; the focus stays on the same place in it. */
    #fill() {
      const { answer } = this.#session;
      const buttons = () => [...this.#body.querySelectorAll("button, summary")];
      const had = buttons().indexOf(this.#stage.focused);
      this.#guard.clear();
      this.#title.textContent = postlint.short(answer);
      this.#body.replaceChildren(...this.#contents(answer));
      this.#foot.textContent = checker(answer);
      if (had >= 0) (buttons()[Math.min(had, buttons().length - 1)] ?? this.#close).focus();
    }

    #contents(answer) {
      const list = make("ol", { role: "list" }, ...(answer.findings ?? []).map((finding, number) => this.#item(finding, number)));
      const note = make("p", { className: "note" }, postlint.sentence(answer));
      const detail = answer.detail ? [make("p", { className: "note" }, answer.detail)] : [];
      return [...(answer.state === "findings" ? [list] : [note, ...detail]), ...this.#skipped(answer)];
    }

    /** @param {Finding} finding */
    #item(finding, number) {
      const acts = make("div", { className: "acts" });
      if (finding.field === "text" && finding.span) acts.append(this.#act("act", postlint.say("showInText"), () => this.#point(number)));
      for (const fix of finding.fixes) acts.append(this.#fixButton(finding, fix));
      const severity = make("span", { className: "severity" }, postlint.say(`severity_${finding.severity}`));
      const item = make("li", { className: `finding ${finding.severity}` }, severity, make("span", { className: "rule" }, finding.rule));
      const words = make("p", { lang: finding.lang }, finding.message);
      item.append(words, ...finding.clauses.map((clause) => clauseLine(clause, finding.lang)), acts);
      return item;
    }

    #act(className, words, act) {
      const button = make("button", { className, type: "button" }, words);
      postlint.onTrusted(button, "click", act);
      return button;
    }

    #fixButton(finding, fix) {
      const button = make("button", { className: "act fix", type: "button", lang: finding.lang }, fix.title);
      this.#guard.onClick(button, () => this.#mend(fix), () => this.#tooEarly(button));
      return button;
    }

    /** The button was not in plain view for long enough: bring it there, and ask for another click. */
    #tooEarly(button) {
      button.scrollIntoView({ block: "nearest" });
      const words = postlint.say("clickAgain");
      this.#live.textContent = words;
      if (!button.parentElement.querySelector("p")) button.parentElement.append(make("p", { className: "note" }, words));
    }

    #point(number) {
      const span = this.#session.spans[number];
      this.close({ back: false });
      if (span) this.#session.surface.select(span.start, span.end);
    }

    async #mend(fix) {
      const session = this.#session;
      this.close({ back: false });
      const done = await session.mend(fix);
      this.#live.textContent = postlint.say(done ? "mended" : "notMended");
      if (!done) session.say(postlint.say("notMended"));
    }

    #skipped({ notEvaluated }) {
      if (!notEvaluated?.length) return [];
      const items = notEvaluated.map(({ rule, reason }) => make("li", {}, `${rule}: ${reason}`));
      const open = this.#session.answer.state === "nothing";
      const summary = make("summary", {}, postlint.say("notEvaluated", { count: items.length }));
      return [make("details", { open }, summary, make("ul", {}, ...items))];
    }

    /** Stand at the lower right corner of what one sees of the editor, the list above or below. */
    place() {
      if (!this.#session || this.#badge.hidden) return;
      const box = postlint.seen(this.#session.editor);
      this.#badge.style.visibility = box.width && box.height ? "" : "hidden";
      const { width, height } = this.#badge.getBoundingClientRect();
      const left = Math.max(4, box.right - width - 8);
      const top = Math.max(4, Math.min(box.bottom - height / 2, innerHeight - height - 4));
      this.#stage.put(this.#badge, left, top);
      if (this.open) this.#placePanel(left + width, top, height);
    }

    #placePanel(right, top, height) {
      const below = innerHeight - top - height - 12;
      const above = top - 12;
      const room = Math.max(below, above);
      this.#panel.style.maxHeight = `${Math.max(160, Math.min(room, 520))}px`;
      const own = this.#panel.getBoundingClientRect();
      const y = below >= Math.min(own.height, above) || below >= above ? top + height + 6 : top - own.height - 6;
      this.#stage.put(this.#panel, Math.max(8, Math.min(right, innerWidth - 8) - own.width), y);
    }
  }

  /** @param {Clause} clause */
  function clauseLine({ policy, clause, title }, lang) {
    return make("p", { className: "clause" }, `${policy} ${clause}: `, make("span", { lang }, title));
  }

  postlint.List = List;
})();
