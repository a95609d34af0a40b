/**
 * Whether a text is nothing but words in a row; true for the empty text. A word once taken is not
 * tried another way, so the time is linear in the text, which `^(?:words)+$` cannot promise as
 * soon as two words can make up a third.
 *
 * @param word one word, `sticky` and `global`; of two that begin alike the longer stands first
 * @example isMadeOf('谢谢你', /谢谢|你/gy) === true
 */
export function isMadeOf(text: string, word: RegExp): boolean {
  return text.replace(word, '') === '';
}
