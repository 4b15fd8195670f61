// Speaking with a postlint that the browser starts itself (`postlint install-native-host`): no port, no token.

const HOST = "postlint";
const PATIENCE = 8000; // milliseconds for one answer
const STARTING = 60_000; // milliseconds for the first one: the program reads all rules then
const IDLE = 600_000; // milliseconds without a question before the program is let go

/** @type {chrome.runtime.Port | null} */
let port = null;
/** Who waits for an answer; the host answers in the order of the questions. @type {PromiseWithResolvers<any>[]} */
let waiting = [];
let idle = 0;
let started = false;

/**
 * Ask one question.
 * @param {object} question what POST /v1/check takes
 * @returns {Promise<any>} the report, or problem details with their `status`; rejects where no program can be started
 */
export function exchange(question) {
  const mine = Promise.withResolvers();
  try {
    port ??= connect();
    port.postMessage(question);
    waiting.push(mine);
  } catch (error) {
    mine.reject(error);
  }
  clearTimeout(idle);
  idle = setTimeout(close, IDLE);
  const late = setTimeout(() => {
    mine.reject(new Error("late"));
    close(); // answers that come later would go to the wrong question
  }, started ? PATIENCE : STARTING);
  return mine.promise.finally(() => clearTimeout(late));
}

function connect() {
  const made = chrome.runtime.connectNative(HOST);
  made.onMessage.addListener((answer) => {
    started = true;
    waiting.shift()?.resolve(answer);
  });
  made.onDisconnect.addListener(() => {
    void chrome.runtime.lastError; // says that there is no such host; told as a state
    if (port === made) forget();
  });
  return made;
}

function close() {
  port?.disconnect();
  forget();
}

function forget() {
  port = null;
  started = false;
  for (const each of waiting) each.reject(new Error("gone"));
  waiting = [];
}
