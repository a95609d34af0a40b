import type { Figure } from '../figures/figure.js';

/** What a question counts in, by its own words: 百分之几, 多少钱, 几条. */
export type WantedUnit =
  | { readonly kind: 'percent' | 'money' | 'people' | 'times' }
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

const families: readonly (readonly ['percent' | 'money' | 'people' | 'times', RegExp])[] = [
  [
    'percent',
    /百分之几|百分之多少|百分[比点]|几个?点|几成|多少成|多大比例|占比|比重|比例|增速|增幅|增长率|率(?:是|有|为)?(?:多少|多高|几)/,
  ],
  ['money', /多少(?:块|元|钱|亿元|万元)|几(?:块|元)钱?|总?金额|花了?多少钱/],
  ['people', /(?:几|多少)(?:个)?(?:人|名|位)(?!均)/],
  ['times', /(?:几|多少)(?:次|回|趟|场|轮|遍)|次数/],
];

/** 0.2 for a figure in the unit asked for, −0.15 for one that cannot be meant, 0 where it is open. */
export function unitFit({ unit, unitText, kind }: Figure, wanted: WantedUnit): number {
  if (wanted === null || kind === 'rank') return 0;
  const own = unit ?? '';
  switch (wanted.kind) {
    case 'percent':
      return own === '%' || own === '百分点' ? fit : own === '‰' ? 0 : misfit;
    case 'money':
      return /元|美元|欧元/.test(own) ? fit : misfit;
    case 'people':
      return /^(?:人|名|位|人次|户|个)$/.test(own) ? fit : misfit;
    case 'times':
      return /^(?:次|回|趟|场|场次|列|班|班次|届|轮|车次)$/.test(own) ? fit : misfit;
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

/** Measure words that people use for one another. */
const counters = '个件项条部份套种篇家所座宗起例处期只';
