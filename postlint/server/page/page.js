// The page: sends the draft to the service it came from, and shows what comes back. It builds every node itself and
// never writes markup, so nothing in a draft can become any. The token lives in sessionStorage: gone with the tab.

const PAUSE = 500; // milliseconds without a key before the draft is checked
const byId = (id) => document.getElementById(id);
const draft = byId("draft");
const state = { words: {}, lang: "en", token: "", answer: null, checked: "", waiting: 0, asking: null, told: null };

function said(code, facts = {}) {
  const sentence = state.words.said[state.lang][code] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ""));
}

function node(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function tell(code, facts = {}) {
  state.told = code ? [code, facts] : null;
  byId("status").textContent = code ? said(code, facts) : "";
}

async function ask(path, body, signal) {
  const headers = { "Accept-Language": state.lang };
  if (state.token) headers.Authorization = `Bearer ${state.token}`;
  if (body) headers["Content-Type"] = "application/json";
  const options = { method: body ? "POST" : "GET", headers, signal, cache: "no-store", credentials: "omit" };
  const answer = await fetch(path, body ? { ...options, body: JSON.stringify(body) } : options);
  return { status: answer.status, value: answer.status === 204 ? null : await answer.json() };
}

// -- language

function speak(lang) {
  state.lang = lang;
  sessionStorage.setItem("lang", lang);
  document.documentElement.lang = lang;
  for (const one of document.querySelectorAll("[data-said]")) one.textContent = said(one.dataset.said);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", said(one.dataset.label));
  for (const one of ["da", "en"]) byId(one).setAttribute("aria-pressed", String(one === lang));
  choices("role", state.words.roles, (role) => said(`role-${role}`));
  choices("channel", state.words.channels, (channel) => channel);
  if (state.told) tell(...state.told);
  if (state.answer) show();
}

function choices(id, values, name) {
  const chosen = byId(id).value;
  const options = values.map((value) => node("option", name(value), { value }));
  byId(id).replaceChildren(node("option", said(`${id}-none`), { value: "" }), ...options);
  byId(id).value = chosen;
}

// -- pairing

async function connect() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (location.hash) history.replaceState(null, "", location.pathname); // out of sight and out of the history
  state.token = given.get("token") ?? sessionStorage.getItem("token") ?? "";
  const code = given.get("code");
  if (code) {
    const { status, value } = await ask("/v1/pairing", { code });
    if (status === 200) state.token = value.token;
    else if (!state.token) return pair("link-used");
  }
  return state.token ? tryToken() : pair("");
}

async function tryToken() {
  const { status } = await ask("/v1/version");
  if (status !== 200) return pair("token-wrong");
  sessionStorage.setItem("token", state.token);
  byId("pairing").hidden = true;
  byId("work").hidden = false;
  draft.focus();
}

function pair(why) {
  state.token = "";
  sessionStorage.removeItem("token");
  byId("work").hidden = true;
  byId("pairing").hidden = false;
  byId("pairing-wrong").dataset.said = why || "nothing";
  byId("pairing-wrong").textContent = why ? said(why) : "";
  if (!why) delete byId("pairing-wrong").dataset.said;
  byId("token").focus();
}

// -- checking

function post() {
  const made = { text: draft.value };
  for (const fact of ["role", "channel"]) if (byId(fact).value) made[fact] = byId(fact).value;
  return made;
}

function soon() {
  clearTimeout(state.waiting);
  state.waiting = setTimeout(check, PAUSE);
}

async function check() {
  clearTimeout(state.waiting);
  state.asking?.abort();
  if (!draft.value.trim()) return clear();
  const asking = (state.asking = new AbortController());
  const asked = post();
  tell("checking");
  try {
    const { status, value } = await ask("/v1/check", asked, asking.signal);
    if (asking !== state.asking) return;
    if (status === 401) return pair("token-wrong");
    if (status !== 200) return fail(value);
    state.answer = value;
    state.checked = asked.text;
    show();
  } catch (error) {
    if (error.name !== "AbortError") fail(null);
  }
}

function fail(problem) {
  state.answer = null;
  byId("result").hidden = true;
  if (!problem) return tell("gone");
  state.told = null;
  byId("status").textContent = `${problem.title} ${problem.detail}`;
}

function clear() {
  state.asking?.abort();
  state.answer = null;
  byId("result").hidden = true;
  tell("");
}

// -- showing

function show() {
  const found = state.answer.posts[0];
  const count = found.findings.length;
  tell(count === 0 ? "found-none" : count === 1 ? "found-one" : "found", { count });
  byId("result").hidden = false;
  byId("shown").replaceChildren(...marked(state.checked, found.findings));
  byId("findings").replaceChildren(...found.findings.map(entry));
  const unknown = byId("unknown");
  unknown.hidden = found.not_evaluated.length === 0;
  unknown.querySelector("summary").textContent = said("unknown", { count: found.not_evaluated.length });
  unknown.querySelector("ul").replaceChildren(
    ...found.not_evaluated.map((one) => node("li", `${one.rule}: ${one.reason}`)));
  const policies = state.answer.policies;
  byId("with").textContent = said("with", {
    policies: policies.map((one) => one.id).join(", "), versions: policies.map((one) => one.version || "–").join(", "),
  });
}

const RANK = ["info", "warning", "error"];

// The draft in pieces: a piece in which findings overlap shows the gravest and belongs to all of them.
function marked(text, findings) {
  const spans = findings.map((one, number) => ({ ...one.span, number, severity: one.severity, on: one.field }))
    .filter((one) => one.on === "text" && one.utf16_end > one.utf16_start);
  const cuts = [...new Set([0, text.length, ...spans.flatMap((one) => [one.utf16_start, one.utf16_end])])]
    .sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const here = spans.filter((one) => one.utf16_start <= start && one.utf16_end >= end);
    if (here.length === 0) return document.createTextNode(text.slice(start, end));
    const gravest = Math.max(...here.map((one) => RANK.indexOf(one.severity)));
    const made = node("mark", text.slice(start, end), { class: RANK[gravest] });
    made.dataset.findings = ` ${here.map((one) => one.number).join(" ")} `;
    made.addEventListener("click", () => byId(`finding-${here[0].number}`).focus());
    return made;
  });
}

function entry(finding, number) {
  const made = node("li", "", { class: finding.severity, id: `finding-${number}`, tabindex: "-1" });
  const head = node("p", "", { class: "head" });
  head.append(node("span", said(finding.severity), { class: "severity" }));
  if (finding.span && finding.field === "text") {
    head.append(node("q", state.checked.slice(finding.span.utf16_start, finding.span.utf16_end)));
  }
  head.append(node("span", finding.rule, { class: "rule" }));
  made.append(head, node("p", finding.message, { lang: finding.lang }));
  const clause = finding.clauses[0];
  if (clause) {
    const words = `${said("clause")} ${clause.policy} ${clause.clause}: ${clause.title}`;
    made.append(node("p", words, { class: "how", lang: finding.lang }));
  }
  made.append(...actions(finding, number, made));
  return made;
}

function actions(finding, number, made) {
  const found = [];
  for (const fix of finding.field === "text" ? finding.fixes : []) {
    found.push(button(said("insert", { title: fix.title }), () => mend(fix)));
  }
  if (finding.span && finding.field === "text") found.push(button(said("show"), () => choose(number)));
  const explain = button(said("explain"), async () => {
    const { status, value } = await ask(`/v1/rules/${finding.rule}?lang=${state.lang}`);
    if (status !== 200) return;
    explain.replaceWith(node("p", `${value.title}. ${value.advice}`, { class: "how", tabindex: "-1" }));
    made.lastElementChild.focus();
  });
  return [...found, explain];
}

function button(words, act) {
  const made = node("button", words, { type: "button", class: "plain" });
  made.addEventListener("click", act);
  return made;
}

function choose(number) {
  let first = null;
  for (const one of byId("shown").querySelectorAll("mark")) {
    const here = one.dataset.findings.includes(` ${number} `);
    one.classList.toggle("chosen", here);
    if (here) first ??= one;
  }
  first?.scrollIntoView({ block: "center" });
  byId("shown").focus({ preventScroll: true });
}

// Edits count code points; they hold for the text that was checked, and no other.
function mend(fix) {
  if (draft.value !== state.checked) return check();
  const letters = Array.from(state.checked);
  for (const edit of [...fix.edits].sort((one, other) => other.start - one.start)) {
    letters.splice(edit.start, edit.end - edit.start, edit.text);
  }
  draft.value = letters.join("");
  draft.focus();
  return check();
}

// -- beginning

byId("pair").addEventListener("submit", (event) => {
  event.preventDefault();
  state.token = byId("token").value.trim();
  byId("token").value = "";
  tryToken();
});
byId("check").addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
byId("clear").addEventListener("click", () => {
  draft.value = "";
  clear();
  draft.focus();
});
draft.addEventListener("input", soon);
draft.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check();
});
for (const fact of ["role", "channel"]) byId(fact).addEventListener("change", soon);
for (const lang of ["da", "en"]) byId(lang).addEventListener("click", () => speak(lang));

state.words = await (await fetch("/page.json")).json();
const kept = sessionStorage.getItem("lang");
speak(kept ?? (navigator.language.toLowerCase().startsWith("da") ? "da" : "en"));
await connect();
