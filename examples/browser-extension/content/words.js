// The sentences the extension says in a page; the worker hands over the table. All content files share `postlint`,
// a name in the extension's own world, which the page's scripts do not see.
globalThis.postlint ??= {};

(() => {
  /** @type {Record<string, string>} */
  let table = {};

  postlint.lang = "en";
  postlint.drawn = false; // whether marks are drawn on top everywhere

  /** Take over the sentences of a language, and how to mark. */
  postlint.speak = ({ lang, texts, drawn }) => {
    table = texts;
    postlint.lang = lang;
    postlint.drawn = drawn;
  };

  /** @param {string} name @param {Record<string, string | number>} facts */
  postlint.say = (name, facts = {}) => (table[name] ?? "").replace(/\{(\w+)\}/g, (_, fact) => String(facts[fact]));

  /** What a check came to, in a sentence; findings are counted. @param {Answer} answer */
  postlint.sentence = (answer) => said(answer, "state");

  /** The same in a word or two. @param {Answer} answer */
  postlint.short = (answer) => said(answer, "short");

  function said({ state, findings, host = "" }, kind) {
    if (state !== "findings") return postlint.say(`${kind}_${state.replace("-", "_")}`, { host });
    return postlint.say(findings.length === 1 ? "countOne" : "countMany", { count: findings.length });
  }
})();
