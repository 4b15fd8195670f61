// The popup: how it stands with the backend, whether this site is let in, and the role and channel for it.

import { NAMES, channelOf } from "../shared/channels.js";
import { byId, offer, speak, tellBackend } from "../shared/page.js";
import { choice, choose, settings } from "../shared/settings.js";

const ROLES = ["", "private", "employee", "official", "vendor", "moderator"];
const PROPER = {
  linkedin: "LinkedIn", x: "X", facebook: "Facebook", instagram: "Instagram", threads: "Threads", bluesky: "Bluesky",
  mastodon: "Mastodon", youtube: "YouTube", tiktok: "TikTok",
};

const say = await speak();
const origin = await here();
const pattern = { origins: [`${origin}/*`] };

/** The origin of the page in front, or "" where no extension may be (the browser's own pages, files). */
async function here() {
  const wanted = new URLSearchParams(location.search).get("tab");
  const [tab] = wanted ? [await chrome.tabs.get(Number(wanted))] : await chrome.tabs.query({ active: true, currentWindow: true });
  const { protocol = "", origin: found = "" } = tab?.url ? new URL(tab.url) : {};
  return /^https?:$/.test(protocol) ? found : "";
}

async function showBackend() {
  byId("backend").textContent = say("asking");
  const told = await chrome.runtime.sendMessage({ kind: "about" });
  tellBackend(byId("backend"), told, say);
  byId("policies").hidden = !told?.policies?.length;
  byId("policies").textContent = say("policies", { names: (told?.policies ?? []).join(", ") });
}

async function showSite() {
  const granted = origin !== "" && (await chrome.permissions.contains(pattern));
  const site = origin && new URL(origin).host;
  byId("site").textContent = say(!origin ? "siteNone" : granted ? "siteGranted" : "siteNotGranted", { site });
  byId("grant").hidden = granted || !origin;
  byId("choices").hidden = !granted;
  if (granted) showChoices(choice(await settings(), origin));
}

/** @param {Choice} chosen */
function showChoices({ role, channel }) {
  const guessed = channelOf(origin);
  offer(byId("role"), ROLES.map((name) => [name, say(`role_${name}`)]), role);
  const named = (name) => PROPER[name] ?? say(`channel_${name}`);
  const bySite = say("channelBySite", { channel: guessed ? named(guessed) : say("channelUnknown") });
  offer(byId("channel"), [["", bySite], ...NAMES.map((name) => /** @type {[string, string]} */ ([name, named(name)]))], channel);
}

async function changed() {
  await choose(origin, { role: byId("role").value, channel: byId("channel").value });
  await chrome.runtime.sendMessage({ kind: "changed" });
}

byId("role").addEventListener("change", changed);
byId("channel").addEventListener("change", changed);
byId("grant").addEventListener("click", async () => {
  await chrome.permissions.request(pattern);
  await showSite();
});
byId("revoke").addEventListener("click", async () => {
  await chrome.permissions.remove(pattern);
  await showSite();
});
byId("options").addEventListener("click", () => chrome.runtime.openOptionsPage());

showBackend(); // may take a while; the rest need not wait for it
await showSite();
document.body.dataset.ready = "yes";
