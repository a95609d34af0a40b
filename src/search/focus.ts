import type { Word } from '../analysis/analyzer.js';
import type { Span } from '../text/span.js';

/** What in the question the answer stands in the place of, and what it is called there. */
export interface Focus {
  /** The words that ask (多少, 哪个, 谁), in the normalised question; null for a bare phrase. */
  readonly asking: Span | null;
  /**
   * The noun that the answer belongs to: 产量 in 粮食产量是多少, 城市 in 哪个城市通了地铁; null for
   * a question without content.
   */
  readonly noun: Word | null;
}

/**
 * By the words that ask. 哪些, 什么 and 多少 stand before their noun when one follows at once,
 * else after it; without such words the head of the phrase, its last word, is meant.
 *
 * @param normal the normalised question
 * @param words its content words, in order
 */
export function findFocus(normal: string, words: readonly Word[]): Focus {
  const match = asking.exec(normal);
  if (match === null) return { asking: null, noun: words.at(-1) ?? null };
  const span = { start: match.index, end: match.index + match[0].length };
  const inside = ({ start, end }: Span) => start < span.end && span.start < end;
  const open = words.filter((word) => !inside(word));
  const next = open.findIndex(({ start }) => start >= span.end);
  const after = next < 0 ? [] : open.slice(next);
  const before = next < 0 ? open : open.slice(0, next);
  const described = attributive.test(match[0]) ? headOf(normal, span.end, after) : null;
  const named = before.filter(({ text }) => !beside.test(text)).at(-1) ?? before.at(-1);
  return { asking: span, noun: described ?? named ?? after[0] ?? null };
}

/** Most telling first where they overlap: 什么时候 is not 什么. */
const asking = new RegExp(
  [
    '(?<![称成作视认定译改名])为什么|为何|为啥|因何|何以|怎么样|怎么会|怎么|如何|怎样',
    '什么时[候间]|哪一?[年天月]|何[时年]|几[年月号点](?!级)',
    '哪里|哪儿|何[处地]|什么地方',
    '哪[一几]?位|哪些人|谁|何人|什么人',
    '排?第几[名位]?|老几',
    '百分之几|几分之几|几成|几个百分点|多少个?百分点|多少',
    '哪一?[个家项座条种类所支部届次名门]|哪[些几]个?|哪[两三四五]个?|什么样的|什么|何种|哪',
    '几[个名人次回件项家所座条种只部块届支枚台辆套户亩吨篇场位倍]|多[大高长宽深远重快久厚]',
    '有没有|是不是|是否|能否|可否',
  ].join('|'),
);

/**
 * Whether a word asks for a thing rather than being about it: 哪些地方, 几部, 多少岁 as jieba cuts
 * them. A name may begin with such a character (何, 几内亚).
 */
export function isInterrogative({ text, kind }: Word, isName: boolean): boolean {
  return kind === 'han' && !isName && interrogative.test(text);
}

const interrogative =
  /^(?:哪|第?几(?![何内乎率经])|何(?:时|地|处|年|月|日|人|物|方|故|种|等|在|以|国|省|市)|(.)[不没]\1|多少|多[大高长久远快重宽深厚]|什么|怎|啥|咋|谁)/;

/** Stand before a noun as well as after one. */
const attributive = /^(?:哪(?!一?[年天月]|里|儿)|什么(?!时|地)|何种|多少$|几[^年月号点成分])/;

/** The last of the words that follow `at` at once, one on the other; null where none does. */
function headOf(normal: string, at: number, after: readonly Word[]): Word | null {
  let head: Word | null = null;
  for (const word of after) {
    const gap = normal.slice(head?.end ?? at, word.start);
    if (gap !== '' && !/^(?:的|个|项|家)$/.test(gap)) break;
    if (head === null && measures.test(word.text)) return null;
    head = word;
    if (head.end - head.start > 1 && verbs.test(normal.slice(head.end))) break;
  }
  return head;
}

/** 多少亿元 asks of what stands before, 多少人 too: a measure is no noun of the question. */
const measures =
  /^(?:[十百千万亿]+|[十百千万亿]*(?:元|美元|吨|公斤|斤|亩|公顷|平方米|平方公里|公里|米|度|千瓦时|千瓦|立方米|人次|人|户|次|件|个|项|家|座|条|种|所|天|年|岁|倍|套|辆|部|期|列|篇|名|位|届|公分|%))$/;

/** Between a noun and the words that ask of it: 收入增长多少 asks of the 收入, 排全国第几 not of 全国. */
const beside =
  /^(?:增长|增加|上涨|涨|下降|降低?|减少|提高|提升|回落|增|排名?|位次|全国|全区|全省|全市|同比|约|亿|万|.*[亿万]元)$/;

/** What begins the predicate: the noun has ended. */
const verbs = /^(?:是|在|有|被|把|将|会|能|可以|获|得|了|最)/;
