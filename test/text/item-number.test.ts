import { expect, it } from 'vitest';
import { itemNumber } from '../../src/text/item-number.js';

it.each([
  ['三', 3],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十一', 21],
  ['12', 12],
])('%s is %d', (numeral, number) => {
  expect(itemNumber(numeral)).toBe(number);
});
