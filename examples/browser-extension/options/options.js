// The options: where postlint answers, the token that it shows, the language, and the sites that were let in.

import { byId, offer, speak, tellBackend } from "../shared/page.js";
import { keep, localAddress, settings } from "../shared/settings.js";
import { granted } from "../worker/sites.js";

let say = await speak();

async function show() {
  const kept = await settings();
  offer(byId("transport"), [["serve", say("transportServe")], ["native", say("transportNative")]], kept.transport);
  showHow();
  byId("address").value = kept.address;
  byId("token").value = "";
  byId("token-kept").hidden = byId("forget").hidden = !kept.token;
  offer(byId("language"), [["auto", say("languageAuto")], ["da", "Dansk"], ["en", "English"]], kept.language);
  offer(byId("marks"), [["browser", say("marksBrowser")], ["drawn", say("marksDrawn")]], kept.marks);
  showBackend(); // may take a while; the rest need not wait for it
  await showSites();
}

/** What to do in a terminal, for the way that is chosen. */
function showHow() {
  const native = byId("transport").value === "native";
  byId("how").textContent = say(native ? "nativeHow" : "pairingHow");
  byId("command").textContent = native
    ? `postlint install-native-host --extension ${chrome.runtime.id}`
    : `postlint serve --origin chrome-extension://${chrome.runtime.id}`;
  byId("serving").hidden = native;
}

byId("transport").addEventListener("change", showHow);

async function showBackend() {
  byId("backend").textContent = say("asking");
  tellBackend(byId("backend"), await chrome.runtime.sendMessage({ kind: "about" }), say);
}

async function showSites() {
  const patterns = await granted();
  byId("sites-none").hidden = patterns.length > 0;
  byId("sites").replaceChildren(...patterns.map(siteLine));
}

/** @param {string} pattern such as "https://www.linkedin.com/*" */
function siteLine(pattern) {
  const site = pattern.replace(/\/\*$/, "");
  const line = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("revokeSite", { site: site.replace(/^https?:\/\//, "") });
  button.addEventListener("click", async () => {
    await chrome.permissions.remove({ origins: [pattern] });
    await showSites();
  });
  line.append(site, button);
  return line;
}

const LINK = /^(http:\/\/127\.0\.0\.1:\d+)\/#code=([\w-]+)$/;

function chosen() {
  return { transport: byId("transport").value, language: byId("language").value, marks: byId("marks").value };
}

/** Save a token, or what a link with a code is exchanged for. @returns {Promise<string>} the name of what to say */
async function save(address, typed) {
  const [, linked, code] = LINK.exec(typed) ?? [];
  await keep({ address: linked ?? address, ...chosen(), ...(typed && !code && { token: typed }) });
  if (!code) return "saved";
  return (await chrome.runtime.sendMessage({ kind: "pair", address: linked, code })) ? "saved" : "linkRefused";
}

byId("form").addEventListener("submit", async (/** @type {Event} */ event) => {
  event.preventDefault();
  const native = byId("transport").value === "native";
  if (native && !(await chrome.permissions.request({ permissions: ["nativeMessaging"] }))) return;
  const address = localAddress(byId("address").value);
  if (!address) {
    byId("said").textContent = say("addressWrong");
    byId("address").focus();
    return;
  }
  const said = await save(address, byId("token").value.trim());
  await chrome.runtime.sendMessage({ kind: "changed" });
  say = await speak();
  await show();
  byId("said").textContent = say(said);
});

byId("forget").addEventListener("click", async () => {
  await keep({ token: "" });
  await chrome.runtime.sendMessage({ kind: "changed" });
  await show();
  byId("said").textContent = say("forgotten");
});

byId("add").addEventListener("submit", async (/** @type {Event} */ event) => {
  event.preventDefault();
  const { origin, host } = new URL(byId("site").value);
  const granted = /^https?:/.test(origin) && (await chrome.permissions.request({ origins: [`${origin}/*`] }));
  byId("added").textContent = say(granted ? "siteGranted" : "siteNotGranted", { site: host });
  await showSites();
});

await show();
document.body.dataset.ready = "yes";
