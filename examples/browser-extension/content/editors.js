// Which elements are editors of posts. Fields for passwords, cards and single lines are never read.

(() => {
  const PRIVATE = /^(cc-|one-time-code|current-password|new-password)/;

  /**
   * The editor that an event happened in, or null.
   * @param {Event} event @returns {HTMLElement | null}
   */
  postlint.editorOf = (event) => {
    const inner = event.composedPath()[0];
    const element = inner instanceof Element ? inner : inner instanceof Node ? inner.parentElement : null;
    if (!element) return null;
    if (element.tagName === "TEXTAREA") return isOpen(element) ? /** @type {HTMLElement} */ (element) : null;
    const host = hostOf(element);
    return host && isOpen(host) ? host : null;
  };

  /** The outermost element that is edited as a whole. */
  function hostOf(element) {
    let host = /** @type {any} */ (element.closest("[contenteditable]"));
    if (!host?.isContentEditable) return null;
    while (host.parentElement?.isContentEditable) host = host.parentElement;
    return host;
  }

  function isOpen(element) {
    if (element.readOnly || element.disabled || element.ariaReadOnly === "true") return false;
    if (element.closest("[aria-hidden=true], [inert]")) return false;
    if (element.getAttribute("aria-multiline") === "false" && element.tagName !== "TEXTAREA") return false;
    if (element.tagName !== "TEXTAREA" && /^(searchbox|combobox|spinbutton)$/.test(element.getAttribute("role") ?? "")) return false;
    const fill = `${element.getAttribute("autocomplete") ?? ""}`.trim().split(/\s+/);
    return !fill.some((word) => PRIVATE.test(word));
  }
})();
