import { type AnswerType, answerType } from '../search/answer-type.js';
import type { Question } from '../search/question.js';
import { wantsPlan } from './plan.js';

export type AspectKind = 'growth' | 'level' | 'rank' | 'share' | null;

/** Which side of an indicator is asked for. */
export interface Aspect {
  readonly kind: AspectKind;
  /** A plan or forecast rather than a result. */
  readonly target: boolean;
  /** The place named in a question for what holds it: 哪项居首位; null for 排第几. */
  readonly position: number | null;
  /** What a rank is of: 增速排第几 growth, 总量排第几 level; null where unsaid. */
  readonly ranked: 'growth' | 'level' | null;
}

/** By the question's words: 增长多少 growth, 排第几 rank, 占比 share, 是多少 level. */
export function aspectOf(question: Pick<Question, 'normal' | 'answerType'>): Aspect {
  const { normal } = question;
  return {
    kind: kindOf(normal, question.answerType),
    target: wantsPlan(normal),
    position: positionIn(normal),
    ranked: growth.test(normal) ? 'growth' : /总量|总额|规模|数量/.test(normal) ? 'level' : null,
  };
}

/** The aspect on another side. */
export function withKind({ target, position, ranked }: Aspect, kind: AspectKind): Aspect {
  return { kind, target, position, ranked };
}

/** The side that a part of a question asks for by itself; null where it does not say. */
export function aspectKindOf(part: string): AspectKind {
  return kindOf(part, answerType(part));
}

function kindOf(normal: string, answerType: AnswerType): AspectKind {
  if (answerType === 'rank' || /什么位[次置]|什么名次|[居列排].{0,4}多少[位名]/.test(normal))
    return 'rank';
  if (share.test(normal)) return shareMoves.test(normal) ? 'growth' : 'share';
  if (growth.test(normal.replace(doing, ''))) return 'growth';
  return answerType === 'amount' ? 'level' : null;
}

/** 贡献了全国增量的多少: of a whole, how much. */
const share = /占(?!地)|比重|比例|份额|几分之几|(?<=[^是有])的(?:多少|几成|百分之几)(?=[?？。]?$)/;

/** 扩大水稻面积是多少: done to a thing whose amount is asked for. */
const doing =
  /(?:增加|扩大|提高|降低|减少|缩短)(?=[^了的幅率值多少几到至为,，、][^,，、]+[是有为](?:多少|几))/g;

/** 占比提高了几个点: of a share, how far it moved. */
const shareMoves =
  /(?:比[重例]|占比|份额|率)[^,，、]{0,4}(?:提高|提升|上升|扩大|增加|下降|降低|减少|回落|缩小|[涨跌升降])了?(?:多少|几)/;

/**
 * Words of movement, but no nouns that begin like them (增加值, 增值税, 降水), none that lead to a
 * level (提高到多少), and no balance (增减挂钩).
 */
const growth = new RegExp(
  [
    '增(?:长|速|幅)(?!到|至|的?贡献|点|极)',
    '(?<![新净])增(?=了?(?:多少|几|百分))',
    '(?:增加|提高|上升|回升|扩大|下降|降低|减少|回落|缩小|缩短)(?!值|到|至|为)',
    '增[收产支](?!节|增)',
    '减[少幅收产支](?!到|至)',
    '[涨跌](?!到|至|停)|裁(?=[了掉减])',
    '降(?![水雨雪解落费本碳耗尘温噪糖压税]|到|至|低|为|了?(?:多少|几)[毫厘]米)',
    '[增涨升多](?:[长加])?了?还?是[减跌降少]|幅度(?!到|至)',
    '增减(?!挂)|变[化动]|快慢|快了|慢了|便宜了|贵了',
    '(?<!多)[增少多提添升高低](?:了|出(?!来的?))',
    '比[^,，。]{1,14}[多少加](?:了|出)?(?=多少|几|百分)',
    '比(?:[去上]|前一|上一)年[^,，。是]*了(?=多少|几)',
    '(?<![多最至])[多少](?=多少)',
    '[多少][产卖收赚挣花用打来去招](?:了|出|(?=多少|几))',
    '(?<!多)[多少][^少多,，。](?:了|出)(?=多少[?？。]?$|几成|百分)',
    // 每月多拿几块钱
    '(?<![多最至不很大])[多少][^少些数半年出,，。](?=几[块元个百千万分])',
  ].join('|'),
);

/** 增加多少 asks for an amount, 增长多少 for a share; null where either may be meant. */
export function movesBy(normal: string): 'amount' | 'share' | null {
  const share = /增长|[增涨降减跌]幅|增速|百分/.test(normal);
  const amount = /增加|减少|[多少][产卖收赚挣花了出]/.test(normal);
  return share === amount ? null : share ? 'share' : 'amount';
}

function positionIn(normal: string): number | null {
  if (/榜首|首位|夺冠|冠军/.test(normal)) return 1;
  const digit = /第([一二三四五六七八九十]|\d{1,2})(?!季度|产业|批|次|届)/.exec(normal)?.[1];
  if (digit === undefined) return null;
  const place = '一二三四五六七八九十'.indexOf(digit);
  return place < 0 ? Number(digit) : place + 1;
}

/** Words that tell the aspect, not the indicator. */
export function isAspectWord(word: string): boolean {
  return aspectWords.test(word);
}

const aspectWords =
  /^(?:扣[除掉]|剔除|真正|上限|下限|后来|如今|现在|定|最少|至少|起码|最多|每年|几.{1,2}|[十百千万亿]+[户个家人名项件座所]?|里[头面]|当中|多?[大高]|增多|(?:[增升降减涨跌]|提高|提升|增加|下降|上升|达)[到至]|增长率?|增速|递[增减]|[增涨降减升跌]幅|增加|上涨|下降|降低?|涨|减少|提高|上升|回升|回落|扩大|变[化动]|[提降涨]?价?幅度|排名|名列|排|第几|位次|名次|位|占比?|比重|比例|份额|增减|一块|前后|左右|水平|规模|总量|总数|[条件个家户项场篇]数|数量|总额|同比|环比|年均|累计|实际|预期|(?:预期|控制|计划|增长)?目标[值数]?|计划|力争|打算|控制|全国|数|率)$/;
