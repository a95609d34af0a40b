import { numbersIn } from '../text/numerals.js';
import type { Rank } from './figure.js';

/** A rank printed in the text, with what the assembly needs to attach it. */
export interface RankMention extends Rank {
  /** Positions of 居全国第二、第七、第九位, in order; one otherwise. */
  readonly positions: readonly number[];
  /** 均, 分别 or both before the verb. */
  readonly shared: boolean;
  /** Printed as 由第24位前移至第21位: a figure of its own, never joined to one before. */
  readonly pair?: {
    readonly first: boolean;
    readonly subjectEnd: number;
    readonly year: number | null;
  };
}

const VERB =
  '(?:稳居|位居|跃居|仍居|均居|高居|雄居|位列|名列|列居|排名|排在|排序|排行|排位|跻身|进入|迈入|挺进|位于|处于|居于|位次|上升到|上升至|升至|升到|跃升至|跃升到|提升至|提升到|前移至|前移到|前进到|前进至|晋升到|保持|获得?|荣获|成为|居|列|排)';
const SCOPE = '([^,;。、:!?“”‘’\\n0-9%第]{0,16}?)';
const N = '[0-9一二三四五六七八九十百]{1,4}';
const POSITION = `(?:第(${N})(?:大|位|名)?|(首位|榜首|末位|前三甲)|前(?:(${N})(?:位|名|强|列)?))`;
const LIST = `((?:[、和]第${N}(?:位|名)?)*)(?:位|名)?`;
const RANK = new RegExp(
  `(?:在([^,;。、:]{2,16}?)中(?:的)?)?(分别|均|都|双双|总体)?(?:${VERB})(?:了)?(?:在|于|至|到|为)?${SCOPE}${POSITION}${LIST}`,
  'g',
);
/** 连续8年全国第一, 占全国第一: a scope alone, at a clause's end. */
const BARE = new RegExp(
  `(全国|全省|全区|全球|世界|全市|亚洲|[东中西]部|西[北南]|东北|华[东中北南]|沿海)第(${N})(?:位|名)?(?=[,;。、!\\n)]|$)`,
  'g',
);
/** 由2005年第24位前移至第21位. */
const PAIR = new RegExp(
  `(?:由|从)(?:((?:19|20)[0-9]{2})年(?:末|底)?的?|上年的?|去年的?|原来的?)?(?:居|列)?([^,;。0-9第]{0,12}?)第(${N})(?:位|名)?(?=((?:前移|上升|提升|跃升|跃居|前进|升|后移|下降|降|提高|进)(?:到|至|为)?(?:((?:19|20)[0-9]{2})年(?:末|底)?的?)?(?:居|列)?([^,;。0-9第]{0,12}?)第(${N})(?:位|名)?))`,
  'g',
);
const NOT_RANK =
  /^(?:届|次|批|期|章|条|产业|季度|代|轮|一书记|线|时间|三方|一个|二个|颗|座|家|款|块|部|项|台|艘|种|个|只|所|份|场|方阵|梯队|集团|档|大|支|条|站|期)/;
const MAX_CHUNK = 400;

/** All ranks of one sentence; `offset` is where it begins in the text. */
export function ranksIn(sentence: string, offset: number): RankMention[] {
  if (!/第|首位|榜首|末位|前[0-9一二三四五六七八九十三]/.test(sentence)) return [];
  const found: RankMention[] = [];
  for (const part of chunks(sentence)) {
    const here: RankMention[] = [];
    collectPairs(part, offset, here);
    collect(RANK, part, offset, here, true);
    collect(BARE, part, offset, here, false);
    found.push(...here);
  }
  const sorted = found.sort((a, b) => a.start - b.start);
  return sorted.filter((rank, i) => i === 0 || rank.start >= sorted[i - 1]!.end);
}

/** Commas and semicolons never lie within a rank, so pieces stay short and the search linear. */
function* chunks(sentence: string): Generator<{ text: string; at: number }> {
  let at = 0;
  for (const text of sentence.split(/(?<=[,;。\n])/)) {
    if (text.length <= MAX_CHUNK) yield { text, at };
    at += text.length;
  }
}

function collectPairs(
  part: { text: string; at: number },
  offset: number,
  found: RankMention[],
): void {
  for (const hit of part.text.matchAll(PAIR)) {
    const [text, fromYear, fromScope = '', from = '', second = '', toYear, toScope = '', to = ''] =
      hit;
    const positions = [numberOf(from), numberOf(to)] as const;
    if (positions[0] === null || positions[1] === null) continue;
    const start = offset + part.at + hit.index;
    const middle = start + text.length;
    const year = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
    found.push(
      {
        start,
        end: middle,
        text,
        scope: scopeOf(fromScope),
        position: positions[0],
        positions: [positions[0]],
        shared: false,
        pair: { first: true, subjectEnd: start, year: year(fromYear) },
      },
      {
        start: middle,
        end: middle + second.length,
        text: second,
        scope: scopeOf(toScope),
        position: positions[1],
        positions: [positions[1]],
        shared: false,
        pair: { first: false, subjectEnd: start, year: year(toYear) },
      },
    );
  }
}

function collect(
  pattern: RegExp,
  part: { text: string; at: number },
  offset: number,
  found: RankMention[],
  withVerb: boolean,
): void {
  for (const hit of part.text.matchAll(pattern)) {
    const end = hit.index + hit[0].length;
    if (NOT_RANK.test(part.text.slice(end, end + 3))) continue;
    const start = offset + part.at + hit.index;
    const text = hit[0];
    if (found.some((r) => r.start < start + text.length && start < r.end)) continue;
    if (!withVerb) {
      const position = numberOf(hit[2]!);
      if (position === null) continue;
      found.push({
        start,
        end: start + text.length,
        text,
        scope: hit[1]!,
        position,
        positions: [position],
        shared: false,
      });
      continue;
    }
    const [, among, shared, between = '', ordinal, word, within, list = ''] = hit;
    const scope = between === '' ? (among ?? '') : between;
    const position = word !== undefined ? WORD_POSITIONS[word]! : numberOf(ordinal ?? within ?? '');
    if (position === null || position === undefined) continue;
    if (
      within !== undefined &&
      /^(?:列|茅|沿|后|提|期|年|个|季|述|者|身|景|往|三季|[0-9]*(?:个)?(?:月|季度|年|天))/.test(
        part.text.slice(end, end + 2),
      )
    )
      continue;
    if (/[达到完成实现]$/.test(scope) || NOT_SCOPE.test(scope)) continue;
    const more = [...list.matchAll(new RegExp(N, 'g'))].map((m) => numberOf(m[0])!);
    found.push({
      start,
      end: start + text.length,
      text,
      scope: scopeOf(scope),
      position,
      ...(within !== undefined || word === '前三甲' ? { within: true } : {}),
      positions: [position, ...more],
      shared: shared !== undefined,
    });
  }
}

/** Other uses of 第 after such a verb: 成为…的第三个. */
const NOT_SCOPE = /(?:了|的是|[”》])$/;

const WORD_POSITIONS: Record<string, number> = {
  首位: 1,
  榜首: 1,
  末位: -1,
  前三甲: 3,
};

function scopeOf(scope: string): string | null {
  const trimmed = scope
    .replace(/^(?:在|于|了|为)/, '')
    .replace(/(?:的|中|内|排名|位次|各地)$/, '')
    .trim();
  return trimmed === '' ? null : trimmed;
}

function numberOf(digits: string): number | null {
  return numbersIn(digits)[0]?.value ?? null;
}
