// What the popup and the options page share: sentences in the chosen language, and elements by their id.

import { settings } from "./settings.js";
import { say, spoken, texts } from "./texts.js";

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/** Put the sentences in, and return how to say the others. */
export async function speak() {
  const lang = spoken((await settings()).language);
  const table = await texts(lang);
  document.documentElement.lang = lang;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"))) {
    element.textContent = say(table, element.dataset.say);
  }
  return (/** @type {string} */ name, facts = {}) => say(table, name, facts);
}

/** @param {HTMLSelectElement} select @param {[string, string][]} choices values and words @param {string} chosen */
export function offer(select, choices, chosen) {
  select.replaceChildren(...choices.map(([value, words]) => new Option(words, value, false, value === chosen)));
}

/**
 * Say how it stands with the backend.
 * @param {HTMLElement} element @param {any} told of `about` @param {(name: string, facts?: object) => string} say
 */
export function tellBackend(element, told, say) {
  const on = told?.state === "on";
  const state = `state_${(told?.state ?? "failed").replace("-", "_")}`;
  element.textContent = on ? say(told.host ? "on" : "onNative", told) : say(state, { host: told?.host ?? "" });
  element.classList.toggle("trouble", !on);
}
