// Counting: JavaScript counts UTF-16 units, the edits of a fix count code points; and what stays where while one types.

(() => {
  /**
   * The UTF-16 offset of a code point's place.
   * @param {string} text @param {number} points
   */
  postlint.utf16 = (text, points) => {
    let units = 0;
    for (let left = points; left > 0 && units < text.length; left -= 1) {
      units += text.codePointAt(units) > 0xffff ? 2 : 1;
    }
    return units;
  };

  /**
   * Move spans along with a change of the text; those that the change touches come back as null.
   * @param {[number, number][]} spans in UTF-16 units @param {string} before @param {string} after
   * @returns {([number, number] | null)[]}
   */
  postlint.carry = (spans, before, after) => {
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    const shift = after.length - before.length;
    const last = before.length - tail;
    return spans.map(([start, end]) => {
      if (end <= head) return [start, end];
      return start >= last ? [start + shift, end + shift] : null;
    });
  };
})();
