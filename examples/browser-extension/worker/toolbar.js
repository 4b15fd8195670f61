// What the button in the browser's toolbar shows for a tab: a number, or a sign that nothing is checked.

const SIGNS = { nothing: "", stale: "" };

/** @param {number | undefined} tab @param {Answer} answer @param {(name: string, facts?: object) => string} say */
export async function show(tab, answer, say) {
  if (tab === undefined || answer.state === "stale") return;
  const count = answer.findings?.length ?? 0;
  const text = answer.state === "findings" ? String(count) : (SIGNS[answer.state] ?? "!");
  const color = answer.state === "findings" ? "#9c1c28" : "#6b4a00";
  const counted = say(count === 1 ? "countOne" : "countMany", { count });
  const state = say(`state_${answer.state.replace("-", "_")}`, { host: answer.host ?? "" });
  const title = `postlint: ${answer.state === "findings" ? counted : state}`;
  // The tab may be gone by now.
  await Promise.allSettled([
    chrome.action.setBadgeText({ tabId: tab, text }),
    chrome.action.setBadgeBackgroundColor({ tabId: tab, color }),
    chrome.action.setTitle({ tabId: tab, title }),
  ]);
}
