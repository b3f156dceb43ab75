/**
 * Counts the words of a text as the server does: by Unicode's word boundaries.
 * @param {string} text
 * @returns {number}
 */
export function countWords(text) {
  if (!Intl.Segmenter) return text.split(/\s+/).filter(Boolean).length;
  let n = 0;
  for (const { isWordLike } of new Intl.Segmenter("und", { granularity: "word" }).segment(text)) {
    if (isWordLike) n++;
  }
  return n;
}
