// Which channel a site is, where the person has not said.

const CHANNELS = {
  "linkedin.com": "linkedin", "x.com": "x", "twitter.com": "x", "facebook.com": "facebook", "instagram.com": "instagram",
  "threads.net": "threads", "threads.com": "threads", "bsky.app": "bluesky", "youtube.com": "youtube", "tiktok.com": "tiktok",
  "mastodon.social": "mastodon",
};

export const NAMES = [
  "linkedin", "x", "facebook", "instagram", "threads", "bluesky", "mastodon", "youtube", "tiktok", "intranet", "community",
];

/** @param {string} origin such as "https://www.linkedin.com" */
export function channelOf(origin) {
  const { hostname } = new URL(origin);
  if (hostname.startsWith("mastodon.")) return "mastodon";
  const site = Object.keys(CHANNELS).find((name) => hostname === name || hostname.endsWith(`.${name}`));
  return site ? CHANNELS[site] : "";
}
