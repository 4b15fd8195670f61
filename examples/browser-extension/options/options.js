// The options: where postlint answers, the token that it shows, the language, and the sites that were let in.

import { byId, offer, speak, tellBackend } from "../shared/page.js";
import { keep, localAddress, settings } from "../shared/settings.js";
import { granted } from "../worker/sites.js";

let say = await speak();

async function show() {
  const kept = await settings();
  byId("command").textContent = `postlint serve --origin chrome-extension://${chrome.runtime.id}`;
  byId("address").value = kept.address;
  byId("token").value = "";
  byId("token-kept").hidden = byId("forget").hidden = !kept.token;
  offer(byId("language"), [["auto", say("languageAuto")], ["da", "Dansk"], ["en", "English"]], kept.language);
  await Promise.all([showBackend(), showSites()]);
}

async function showBackend() {
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

byId("form").addEventListener("submit", async (/** @type {Event} */ event) => {
  event.preventDefault();
  const address = localAddress(byId("address").value);
  if (!address) {
    byId("said").textContent = say("addressWrong");
    byId("address").focus();
    return;
  }
  const token = byId("token").value.trim();
  await keep({ address, language: byId("language").value, ...(token && { token }) });
  await chrome.runtime.sendMessage({ kind: "changed" });
  say = await speak();
  await show();
  byId("said").textContent = say("saved");
});

byId("forget").addEventListener("click", async () => {
  await keep({ token: "" });
  await chrome.runtime.sendMessage({ kind: "changed" });
  await show();
  byId("said").textContent = say("forgotten");
});

await show();
document.body.dataset.ready = "yes";
