// What the person has chosen, kept in storage that only the extension's own pages and worker can read.

const PLAIN = { transport: "serve", address: "http://127.0.0.1:8765", token: "", language: "auto", marks: "browser", sites: {} };

/** Keep content scripts, which live beside the pages' own, out of the storage: the token is in there. */
export function lockStorage() {
  return chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

/** @returns {Promise<Settings>} */
export async function settings() {
  return { ...PLAIN, ...(await chrome.storage.local.get(Object.keys(PLAIN))) };
}

/** @param {Partial<Settings>} changed */
export function keep(changed) {
  return chrome.storage.local.set(changed);
}

/**
 * The address of a backend on this machine, or "" where it is anything else: drafts are never sent further than that.
 * @param {string} typed
 */
export function localAddress(typed) {
  const found = /^(?:http:\/\/)?127\.0\.0\.1:(\d{1,5})\/?$/.exec(typed.trim());
  const port = found ? Number(found[1]) : 0;
  return port > 0 && port < 65536 ? `http://127.0.0.1:${port}` : "";
}

/** @param {Settings} kept @param {string} origin @returns {Choice} */
export function choice(kept, origin) {
  return { role: "", channel: "", ...kept.sites[origin] };
}

/** @param {string} origin @param {Choice} chosen */
export async function choose(origin, chosen) {
  const { sites } = await settings();
  await keep({ sites: { ...sites, [origin]: chosen } });
}
