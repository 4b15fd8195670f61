// The sentences of _locales, in the language the person chose; the browser's own messages cannot be told to change.

/** @param {string} language "auto", "da" or "en" @returns {"da" | "en"} */
export function spoken(language) {
  if (language === "da" || language === "en") return language;
  return /^da\b/i.test(chrome.i18n.getUILanguage()) ? "da" : "en";
}

/** @type {Map<string, Promise<Record<string, string>>>} */
const read = new Map();

/** @param {"da" | "en"} lang @returns {Promise<Record<string, string>>} */
export function texts(lang) {
  if (!read.has(lang)) read.set(lang, readTexts(lang));
  return read.get(lang);
}

async function readTexts(lang) {
  const file = await fetch(chrome.runtime.getURL(`_locales/${lang}/messages.json`));
  const said = Object.entries(await file.json());
  return Object.fromEntries(said.map(([name, entry]) => [name, /** @type {any} */ (entry).message]));
}

/** @param {Record<string, string>} table @param {string} name @param {Record<string, string | number>} facts */
export function say(table, name, facts = {}) {
  return (table[name] ?? "").replace(/\{(\w+)\}/g, (_, fact) => String(facts[fact]));
}
