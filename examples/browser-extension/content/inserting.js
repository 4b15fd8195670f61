// Putting words into an editor that keeps a model of its own (Quill, Lexical, Draft …): as if one pasted or typed them,
// so that the model, its undo and the page's own code hear of it.

(() => {
  /**
   * Put words where the selection is, in place of what is selected.
   * @param {HTMLElement} editor it has the focus and the selection @param {string} words
   */
  postlint.insert = (editor, words) => {
    if (!words) return document.execCommand("delete");
    return pasted(editor, words) || typed(editor, words);
  };

  /** An editor with a model takes a paste into its own hands, and says so by preventing the browser's. */
  function pasted(editor, words) {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    const at = document.getSelection()?.anchorNode;
    const target = (at instanceof Element ? at : at?.parentElement) ?? editor;
    return !target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }

  /** A plain editor: line by line, since a newline is an element there. */
  function typed(editor, words) {
    const enter = editor.contentEditable === "plaintext-only" ? "insertLineBreak" : "insertParagraph";
    return words.split("\n").every((line, number) => {
      if (number) document.execCommand(enter);
      return !line || document.execCommand("insertText", false, line);
    });
  }
})();
