import { isHan } from '../text/characters.js';

/**
 * Share of a word's characters that stand in the text: 法规 in 地方性法规. Under a half it is
 * chance; a Chinese word's head is its end, so without it (支出 for 收入) it is another thing.
 */
export function sharedCharacters(form: string, text: string, covered?: Uint8Array): number {
  let held = 0;
  let last = -1;
  for (const character of form) {
    last = isHan(character.charCodeAt(0)) ? text.indexOf(character) : -1;
    if (last >= 0) held++;
  }
  const share = held / form.length;
  if (share < 0.5) return 0;
  for (const character of covered === undefined ? '' : form) {
    const at = isHan(character.charCodeAt(0)) ? text.indexOf(character) : -1;
    if (at >= 0) covered?.fill(1, at, at + 1);
  }
  return last < 0 ? share / 2 : share;
}
