// The sites where the person has let the extension in: the browser's own permissions are the list.

const SCRIPTS = [
  "words", "offsets", "reading", "editors", "style", "stage", "textarea", "inserting", "highlights", "rich", "guard", "list", "session", "start",
].map((name) => `content/${name}.js`);
const STYLES = ["content/marks.css"];
const BACKEND = "http://127.0.0.1/*"; // the one origin that comes with the extension, and no site to write on

/** @returns {Promise<string[]>} patterns such as "https://www.linkedin.com/*" */
export async function granted() {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.filter((pattern) => pattern !== BACKEND);
}

/** @param {string} origin */
export async function isGranted(origin) {
  return /^https?:\/\//.test(origin) && (await chrome.permissions.contains({ origins: [`${origin}/*`] }));
}

let running = Promise.resolve();

/** Register the content scripts for the granted sites, and no others; one call after another. */
export function register() {
  running = running.then(registerNow, registerNow);
  return running;
}

async function registerNow() {
  const matches = await granted();
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: ["postlint"] });
  if (known.length) await chrome.scripting.unregisterContentScripts({ ids: ["postlint"] });
  if (!matches.length) return;
  await chrome.scripting.registerContentScripts([
    { id: "postlint", matches, js: SCRIPTS, css: STYLES, runAt: "document_idle", allFrames: true },
  ]);
}

/** Begin in the pages of a site that are open already. @param {string[]} origins */
export async function begin(origins) {
  for (const tab of await chrome.tabs.query({ url: origins })) {
    const there = await chrome.tabs.sendMessage(tab.id, { kind: "ping" }).catch(() => false);
    if (there) continue;
    const target = { tabId: tab.id, allFrames: true };
    await chrome.scripting.insertCSS({ target, files: STYLES }).catch(() => {});
    await chrome.scripting.executeScript({ target, files: SCRIPTS }).catch(() => {});
  }
}

/** Tell every page that something is to be done: "again" (check anew), "stop". */
export async function tellPages(message) {
  for (const tab of await chrome.tabs.query({})) {
    chrome.tabs.sendMessage(tab.id, message).catch(() => {});
  }
}
