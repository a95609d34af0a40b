import type { Figure } from '../figures/figure.js';

/** What a question counts in, by its own words: 百分之几, 多少钱, 几条. */
export type WantedUnit =
  | {
      readonly kind:
        | 'percent'
        | 'money'
        | 'billions'
        | 'people'
        | 'populace'
        | 'times'
        | 'magnitude'
        | 'sum';
    }
  /**
   * A measure word of its own, a stretch of time (年, 季度; 久 for any), a unit of length, area, weight,
   * or the character behind 多少, which may be a measure word: 多少眼.
   */
  | { readonly kind: 'measure' | 'duration' | 'amount' | 'thing'; readonly word: string }
  | null;

/** @param normal the normalised question */
export function wantedUnit(normal: string): WantedUnit {
  for (const [kind, pattern] of families) {
    const match = pattern.exec(normal);
    if (match === null) continue;
    const word = match.slice(1).find((group) => group !== undefined);
    switch (kind) {
      case 'measure':
      case 'duration':
      case 'amount':
      case 'thing':
        return { kind, word: word as string };
      default:
        return { kind };
    }
  }
  return null;
}

/** Most telling first. */
const families: readonly (readonly [NonNullable<WantedUnit>['kind'], RegExp])[] = [
  [
    'duration',
    /(?:多少|几)个?(季度|月|天|小时|分钟)|(?:连续|接连|连着|持续|坚持|保持)了?(?:多少|几)(年|届|次)|多(久)|多长(时)间/,
  ],
  [
    'percent',
    /百分之几|百分之多少|百分[比点]|几个?点|(?:几|多少)成(?![本员果就交品年])|多大比例|占比|比重|比例|增速|增幅|增长率|(?<![汇频效功速])率(?:(?:是|有|为|达到?)?(?:多少|多高|几)|[?？]?$)/,
  ],
  [
    'money',
    /多少(?:块(?![金银铜奖地])|元|钱|亿元|万元)|进账(?:了|有)?多少|几(?:块(?![金银铜奖地])|元)钱?|总?金额(?!.*[增涨降减占])|花了?多少钱|[花砸投赚挣拨][了入](?:多少|几)[个十百千万]*亿|[赚挣亏欠赔](?:了|掉)?(?:多少|几何)[?？]?$|每(?:平方?米?|平米|亩|吨|公?斤|千克|立?方|度|桶|头|只|天|月|人)(?:多少|几)[?？]?$|(?:多少|几)[十百千万]*(?:两(?:银子)?|银[子元两]|大洋)/,
  ],
  [
    'people',
    /人数(?:一?共|总共|合计|有|是|为|达到?)*(?:多少|几)|(?:几|多少)[十百千万亿]*个?(?:人|名|位)(?!均|次)|(?:娃娃?|孩子?|小孩|儿童|老人|学生|职工|农民工?|群众|老百姓|居民)(?:一共|总共|大概|到底)?有?多少[?？]?$/,
  ],
  [
    'measure',
    /(?:几|多少)(?!个[十百千万亿])[十百千万亿]*((?:项(?!目)|条(?![例约款])|部(?![门队])|台(?![风账])|户(?![籍口])|股(?!票)|款(?![项式])|种(?![植子粮])|支(?![出持付])|[列笔栋幢株棵间匹个件份期篇家所座只头套辆艘架幅宗起例处块顶枚张册对届岁倍番]))(?!百分点)/,
  ],
  [
    'amount',
    /(?:几|多少)(?:百|千|万|亿)*(吨|公斤|斤|千克|亩|公顷|平方|立方|公里|海里|千米|[毫厘]?米|千瓦时|千瓦|兆瓦|度电|人次)|多(长)(?!时间|久)/,
  ],
  ['billions', /(?:几|多少)个?(?:万亿|亿)/],
  ['magnitude', /(?:几|多少)(?:[十百千]?万|千)/],
  ['times', /(?:几|多少)(?:次|回(?![落升收归调])|趟|场(?![所馆地])|轮|遍)|次数/],
  [
    'populace',
    /多少\p{Script=Han}{0,3}(?:(?<!机器|法|无)人(?!次|机|工|行)|居民|农民工?|学生|教师|老师|游客|旅客|职工|员工|儿童|孩子|妇女|群众|百姓|毕业生|劳动力)/u,
  ],
  ['sum', /(?:投资额?|产值|资金|利润|税收)(?:一共|总共|是|有|为|达到?)?(?:多少|多大)[?？]?$/],
  ['thing', /多少(?![年月天日周]|小时|分钟|秒|[回上下升降增减提涨跌到])(\p{Script=Han})/u],
];

/** Above 0 for a figure in the unit asked for, below for one that is hardly or not meant. */
export function unitFit(figure: Figure, wanted: WantedUnit): number {
  const { unit, unitText, kind, indicator } = figure;
  if (wanted === null || kind === 'rank') return 0;
  if (kind === 'ratio') {
    if (wanted.kind === 'measure' && wanted.word === '倍') return fit;
    return wanted.kind === 'percent' ? 0 : misfit;
  }
  const own = unit ?? '';
  switch (wanted.kind) {
    case 'percent':
      // 储备的增幅: 1.4倍.
      if (/^[倍番]$/.test(own)) return 0;
      return isShare(own) ? fit : opposite;
    case 'magnitude':
      return isShare(own) ? opposite : 0;
    case 'amount':
      if (wanted.word === '长' && ofLines.test(indicator)) return 2 * fit;
      return isShare(own) ? opposite : amountFit(own, wanted.word);
    case 'sum':
      return isCounter(own) ? misfit : 0;
    case 'thing':
      if (own.startsWith(wanted.word)) return fit;
      return /^(?:年|个?月|天|日|周|小时|分钟|秒|倍|番)$/.test(own) ? misfit : 0;
    case 'billions':
      return isShare(own) ? opposite : /元/.test(own) ? 0.1 : isCounter(own) ? counted : 0;
    case 'duration':
      if (/[久时]/.test(wanted.word)) return stretches.test(own) ? fit : opposite;
      return own.startsWith(wanted.word) || own.endsWith(wanted.word) ? fit : opposite;
    case 'money':
      if (/元|^[两贯吊]$/.test(own)) return fit;
      return isShare(own) || own === '' ? opposite : counted;
    case 'populace':
      // 覆盖了多少农村人口: a share of them tells it too.
      return isShare(own) ? 0 : unitFit(figure, { kind: 'people' });
    case 'people':
      if (/^(?:人|名|位|人次|户)$/.test(own)) return fit;
      if (
        own === '' &&
        /(?:人[数口员]?|居民|农民工?|学生|教师|职工|儿童|妇女|群众|毕业生)$/.test(indicator)
      )
        return fit;
      return own === '个' ? 0.1 : isShare(own) ? opposite : misfit;
    case 'times':
      if (/^(?:次|回|趟|场|场次|列|班|班次|届|轮|车次)$/.test(own)) return fit;
      if (isShare(own)) return opposite;
      // 多少场赛事: 60多项.
      return /^[项个]$/.test(own) ? 0 : misfit;
    case 'measure':
      if (own.startsWith(wanted.word) || unitText?.startsWith(wanted.word)) return fit;
      if (own === '辆' && /[台部]/.test(wanted.word)) return fit;
      return own === '%' || own === '百分点' || /[倍番]/.test(wanted.word)
        ? misfit
        : isCounter(own) && isCounter(wanted.word)
          ? 0.04
          : misfit;
  }
}

/** 多少公里 is told in 米 as well, in nothing that measures areas or counts things. */
function amountFit(own: string, word: string): number {
  const wanted = dimensions.find((units) => units.test(word));
  if (wanted?.test(own)) return fit;
  if (dimensions.some((units) => units.test(own))) return misfit;
  return isCounter(own) ? counted : 0;
}

/** 地铁有多长: of lines together, and not how far they are from something. */
const ofLines = /里程|长度?$/;

const dimensions: readonly RegExp[] = [
  /^(?:长|[公海]?里|千米|[毫厘]?米|车道公里)$/,
  /^(?:亩|公顷|平方)/,
  /^(?:吨(?!公里)|公?斤|千?克|担)/,
  /^立方/,
  /^(?:千瓦时|度电?)$/,
  /^[千兆]?瓦$/,
  /^人次$/,
];

const stretches = /^(?:年|个?月|天|日|周|小时|分钟?|秒)/;

const fit = 0.2;
const misfit = -0.15;
/** Anything else where money is asked for, things where a length, an area or a weight is. */
const counted = -0.4;
/** A share where an amount is asked for, or the reverse: it cannot be the answer. */
const opposite = -1;

function isShare(unit: string): boolean {
  return unit === '%' || unit === '百分点' || unit === '‰' || unit === '‱';
}

function isCounter(unit: string): boolean {
  return unit !== '' && counters.includes(unit.charAt(0));
}

/** Measure words that people use for one another. */
const counters = '个件项条部台份套种篇家所座宗起例处期只块枚金银铜';
