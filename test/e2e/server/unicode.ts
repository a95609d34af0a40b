/** False when half of a surrogate pair stands alone: such a text has no UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}
