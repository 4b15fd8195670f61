// The service worker. The browser may end it at any time: nothing is kept here that storage does not have.

import { channelOf } from "./shared/channels.js";
import { choice, keep, lockStorage, settings } from "./shared/settings.js";
import { say, spoken, texts } from "./shared/texts.js";
import { about, check, tokenFor } from "./worker/backend.js";
import { begin, isGranted, register, tellPages } from "./worker/sites.js";
import { show } from "./worker/toolbar.js";

const locked = lockStorage();

/** Checks under way, by editor: a newer one ends the older. @type {Map<string, AbortController>} */
const underWay = new Map();

/** @param {chrome.runtime.MessageSender} sender */
function isOwnPage(sender) {
  return sender.url?.startsWith(chrome.runtime.getURL("")) ?? false;
}

async function checked({ editor, text }, sender) {
  const origin = sender.origin ?? new URL(sender.url).origin;
  if (typeof text !== "string" || !(await isGranted(origin))) return { state: "not-granted" };
  const key = `${sender.tab?.id}/${sender.frameId}/${editor}`;
  underWay.get(key)?.abort();
  const controller = new AbortController();
  underWay.set(key, controller);
  const kept = await settings();
  const lang = spoken(kept.language);
  const answer = await check(kept, post(text, kept, origin), lang, controller.signal);
  if (underWay.get(key) === controller) underWay.delete(key);
  texts(lang).then((table) => show(sender.tab?.id, answer, (name, facts) => say(table, name, facts)));
  return answer;
}

/** The post as far as the page and the popup know it; what they do not know is left out, never guessed. */
function post(text, kept, origin) {
  const chosen = choice(kept, origin);
  const channel = chosen.channel || channelOf(origin);
  return { text, ...(chosen.role && { role: chosen.role }), ...(channel && { channel }) };
}

async function hello() {
  const { language, marks } = await settings();
  const lang = spoken(language);
  return { lang, texts: await texts(lang), drawn: marks === "drawn" };
}

/** Take over address and token from the link that `postlint serve` prints. */
async function pair({ address, code }) {
  const token = await tokenFor({ ...(await settings()), address }, code);
  if (token) await keep({ address, token });
  return token !== "";
}

const ANSWERS = {
  hello,
  check: checked,
  granted: async (message, sender) => isGranted(sender.origin ?? ""),
  about: async (message, sender) => (isOwnPage(sender) ? about(await settings()) : null),
  pair: async (message, sender) => (isOwnPage(sender) ? pair(message) : null),
  changed: async (message, sender) => (isOwnPage(sender) ? tellPages({ kind: "again" }) : null),
};

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id || !Object.hasOwn(ANSWERS, message?.kind)) return false;
  locked.then(() => ANSWERS[message.kind](message, sender)).then(reply, () => reply({ state: "failed", detail: "" }));
  return true;
});

chrome.runtime.onInstalled.addListener(register);
chrome.runtime.onStartup.addListener(register);
chrome.permissions.onAdded.addListener(async ({ origins = [] }) => {
  await register();
  await begin(origins);
});
chrome.permissions.onRemoved.addListener(async () => {
  await register();
  await tellPages({ kind: "granted?" });
});
chrome.commands.onCommand.addListener(async (command, tab) => {
  if (command === "open-list" && tab?.id !== undefined) {
    await chrome.tabs.sendMessage(tab.id, { kind: "open" }).catch(() => {});
  }
});
