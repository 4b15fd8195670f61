// Speaking with postlint: `postlint serve`, or the native host. No other file sends anything anywhere.

import { exchange } from "./native.js";
import { localAddress } from "../shared/settings.js";
import { spoken } from "../shared/texts.js";

const PATIENCE = 8000; // milliseconds; a check takes some ten of them

/** What each refusal means for the person who writes. */
/** @type {Record<number, Answer["state"]>} */
const STATES = { 401: "unpaired", 403: "refused", 413: "too-long", 429: "busy" };

/**
 * @param {Settings} kept @param {string} path @param {object} options
 * @returns {Promise<Response>} rejects where nothing answers
 */
function ask(kept, path, { body, token = kept.token, signal, lang = spoken(kept.language) } = {}) {
  const address = localAddress(kept.address);
  if (!address) return Promise.reject(new TypeError("not an address on this machine"));
  const limit = AbortSignal.timeout(PATIENCE);
  return fetch(address + path, {
    method: body ? "POST" : "GET",
    headers: {
      "Accept-Language": lang,
      ...(body && { "Content-Type": "application/json" }), ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
    cache: "no-store", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer",
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
}

/**
 * Check one post.
 * @param {Settings} kept @param {object} post @param {string} lang of the sentences @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function check(kept, post, lang, signal) {
  if (kept.transport === "native") return checkNatively(post, lang, signal);
  const host = new URL(kept.address).host;
  if (!kept.token) return { state: (await reachable(kept)) ? "unpaired" : "off", host };
  try {
    const reply = await ask(kept, "/v1/check", { body: { posts: [post], ui_lang: lang }, signal });
    return { ...understood(await reply.json().catch(() => null), reply.status), host };
  } catch (error) {
    return { state: signal.aborted ? "stale" : "off", host };
  }
}

/** @returns {Promise<Answer>} */
async function checkNatively(post, lang, signal) {
  try {
    const told = await exchange({ posts: [post], ui_lang: lang });
    return signal.aborted ? { state: "stale" } : understood(told, told?.status ?? 200);
  } catch {
    return { state: "not-started" };
  }
}

/** @param {Settings} kept */
async function reachable(kept) {
  try {
    return (await ask(kept, "/v1/health", { token: "" })).ok;
  } catch {
    return false;
  }
}

/**
 * "nothing" is said only of an answer that says so in full; whatever else comes is a failure.
 * @param {any} told @param {number} status @returns {Answer}
 */
function understood(told, status) {
  if (status !== 200) return { state: STATES[status] ?? "failed", detail: sentence(told, status) };
  const post = told?.posts?.[0];
  if (!Array.isArray(post?.findings) || !Array.isArray(post?.not_evaluated)) {
    return { state: "failed", detail: "" };
  }
  return {
    state: post.findings.length ? "findings" : "nothing",
    findings: post.findings, notEvaluated: post.not_evaluated, role: post.role ?? "",
  };
}

function sentence(told, status) {
  const words = [told?.title, told?.detail].filter((part) => typeof part === "string");
  return words.join(" ") || `HTTP ${status}`;
}

/**
 * What the popup shows of the backend.
 * @param {Settings} kept
 * @returns {Promise<{state: string, host: string, version?: string, policies?: string[], detail?: string}>}
 */
export async function about(kept) {
  if (kept.transport === "native") return aboutNative();
  const host = new URL(kept.address).host;
  if (!(await reachable(kept))) return { state: "off", host };
  if (!kept.token) return { state: "unpaired", host };
  try {
    const reply = await ask(kept, "/v1/version");
    const told = await reply.json().catch(() => null);
    if (!reply.ok) return { state: STATES[reply.status] ?? "failed", host, detail: sentence(told, reply.status) };
    return { state: "on", host, ...running(told), detail: told?.stale ?? "" };
  } catch {
    return { state: "off", host };
  }
}

function running(told) {
  return { version: told?.postlint ?? "", policies: (told?.policies ?? []).map(({ id, version }) => `${id} ${version}`) };
}

/** The native host has one question only; its answer to an empty post says what runs. */
async function aboutNative() {
  try {
    const told = await exchange({ text: "" });
    return told?.status ? { state: "failed", host: "", detail: sentence(told, told.status) } : { state: "on", host: "", ...running(told) };
  } catch {
    return { state: "not-started", host: "" };
  }
}

/**
 * Exchange the code that `postlint serve` prints for the token; a code works once.
 * @param {Settings} kept @param {string} code
 * @returns {Promise<string>} the token, or "" where there is none for that code
 */
export async function tokenFor(kept, code) {
  try {
    const reply = await ask(kept, "/v1/pairing", { body: { code }, token: "" });
    return reply.ok ? (await reply.json()).token : "";
  } catch {
    return "";
  }
}
