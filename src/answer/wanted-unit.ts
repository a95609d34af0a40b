import type { Figure } from '../figures/figure.js';

/** What a question counts in, by its own words: 百分之几, 多少钱, 几条. */
export type WantedUnit =
  | { readonly kind: 'percent' | 'money' | 'people' | 'times' | 'amount' }
  /** A measure word of its own. */
  | { readonly kind: 'measure'; readonly word: string }
  | null;

/** @param normal the normalised question */
export function wantedUnit(normal: string): WantedUnit {
  for (const [kind, pattern] of families) if (pattern.test(normal)) return { kind };
  const word =
    /(?:几|多少)([个件项条部份期次篇名位家所座户只头台套辆艘架幅宗起例处块顶枚张册对股亩吨斤米里公顷升度届岁万亿])/.exec(
      normal,
    )?.[1];
  return word === undefined || word === '万' || word === '亿' ? null : { kind: 'measure', word };
}

const families: readonly (readonly [
  'percent' | 'money' | 'people' | 'times' | 'amount',
  RegExp,
])[] = [
  [
    'percent',
    /百分之几|百分之多少|百分[比点]|几个?点|几成|多少成|多大比例|占比|比重|比例|增速|增幅|增长率|率(?:是|有|为)?(?:多少|多高|几)/,
  ],
  ['money', /多少(?:块|元|钱|亿元|万元)|几(?:块|元)钱?|总?金额|花了?多少钱/],
  ['people', /(?:几|多少)(?:个)?(?:人|名|位)(?!均)/],
  [
    'amount',
    /(?:几|多少)(?:百|千|万|亿)*(?:吨|斤|公斤|千克|亩|公顷|平方|立方|公里|千米|米|千瓦|度电|人次|辆|套|户|件|条|家|对)|(?:几|多少)(?:万亿|亿|万)/,
  ],
  ['times', /(?:几|多少)(?:次|回|趟|场|轮|遍)|次数/],
];

/** Above 0 for a figure in the unit asked for, below for one that is hardly or not meant. */
export function unitFit({ unit, unitText, kind }: Figure, wanted: WantedUnit): number {
  if (wanted === null || kind === 'rank') return 0;
  const own = unit ?? '';
  switch (wanted.kind) {
    case 'percent':
      return isShare(own) ? fit : opposite;
    case 'amount':
      return isShare(own) ? opposite : 0;
    case 'money':
      return /元/.test(own) ? fit : isShare(own) || own === '' ? opposite : misfit;
    case 'people':
      return /^(?:人|名|位|人次|户|个)$/.test(own) ? fit : isShare(own) ? opposite : misfit;
    case 'times':
      return /^(?:次|回|趟|场|场次|列|班|班次|届|轮|车次)$/.test(own)
        ? fit
        : isShare(own)
          ? opposite
          : misfit;
    case 'measure':
      if (own.startsWith(wanted.word) || unitText?.startsWith(wanted.word)) return fit;
      return own === '%' || own === '百分点'
        ? misfit
        : counters.includes(own.charAt(0))
          ? 0.04
          : misfit;
  }
}

const fit = 0.2;
const misfit = -0.15;
/** A share where an amount is asked for, or the reverse: it cannot be the answer. */
const opposite = -1;

function isShare(unit: string): boolean {
  return unit === '%' || unit === '百分点' || unit === '‰' || unit === '‱';
}

/** Measure words that people use for one another. */
const counters = '个件项条部份套种篇家所座宗起例处期只';
