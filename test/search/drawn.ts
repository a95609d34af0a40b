import fc from 'fast-check';

const parts = [
  '粮食',
  '产量',
  '粮',
  '产',
  '造林',
  '面积',
  '水库',
  '多少',
  '是',
  '的',
  '哪一年',
  '2023年',
  '380',
  'gdp',
  '，',
  ' ',
  '粮食产量',
  '粮粮粮',
  '《',
  '》',
];
const joined = (of: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...of), { maxLength }).map((some) => some.join(''));

/** Questions and texts that repeat each other in part, with what is odd in between. */
export const drawnQuestion = joined([...parts, '？', '𠮷'], 10);
export const drawnText = joined(
  [...parts, '。', '。', '？', '\n', '：', '其', '该', '增长5吨', '𠮷', '\ud842', '因为'],
  40,
);
export const drawnHeading = joined(parts, 3);
