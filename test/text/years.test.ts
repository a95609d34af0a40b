import { expect, it } from 'vitest';
import { yearForms } from '../../src/text/years.js';

it.each([
  [1998, ['1998', '一九九八']],
  [2005, ['2005', '二〇〇五', '二零零五', '二○○五']],
])('%s is printed as %j', (year, forms) => {
  expect(yearForms(year)).toEqual(forms);
});
