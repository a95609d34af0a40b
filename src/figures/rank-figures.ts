import { distribute } from './distribute.js';
import type { Rank } from './figure.js';
import type { RankMention } from './rank.js';
import {
  type Draft,
  nameInClauseBefore,
  nounBetween,
  printed,
  type SentencePlace,
  type Thread,
} from './thread.js';

/** A figure with the number of the list it was printed in. */
export interface RunDraft {
  readonly draft: Draft;
  readonly run: number;
}

/** Joins a rank to the figure before it, or states it as a figure of its own. */
export function attachRank(
  place: SentencePlace,
  rank: RankMention,
  drafts: RunDraft[],
  thread: Thread,
  taken: number,
): void {
  const { normal } = place;
  if (place.structure.groupAt(rank.start).kind === 'quote') return;
  const clause = place.structure.clauseAt(rank.start);
  const start = Math.max(clause.start, Math.min(taken, rank.start));
  const words = normal
    .slice(start, rank.start)
    .replace(LEVEL_REACHED, (w) => ' '.repeat(w.length))
    .replace(SPAN_OF_YEARS, (w) => ' '.repeat(w.length));
  const end = start + words.trimEnd().length;
  const subject = /[\u4e00-\u9fffa-z]/.test(words)
    ? nounBetween(place, start, end)
    : listEntered(place, clause.start);
  const previous = drafts.at(-1);
  if (rank.pair === undefined && subject === null && previous !== undefined) {
    const same = drafts.slice(drafts.findLastIndex((d) => d.run !== previous.run) + 1);
    const targets =
      same.length > 1 &&
      (rank.shared || rank.positions.length > 1 || /连续/.test(normal.slice(start, rank.start)))
        ? same
        : inTurn(rank, drafts)
          ? drafts.slice(-rank.positions.length)
          : [previous];
    // 居全国第五位、西部第二位: the second place of a figure is one of its own.
    if (targets.every(({ draft }) => draft.rank === null)) {
      targets.forEach(({ draft }, k) => {
        const position =
          rank.positions.length === targets.length ? rank.positions[k]! : rank.position;
        draft.rank = rankOf(place, rank, position);
      });
      return;
    }
  }
  const name = subject === null ? null : printed(place, subject);
  const indicator = name ?? thread.indicator ?? nameInClauseBefore(place, clause.start);
  if (indicator === null) return;
  if (name !== null && !RELATIVE.test(name.name)) thread.indicator = name;
  const items =
    rank.positions.length > 1 ? distribute(indicator.name, rank.positions.length) : null;
  rank.positions.forEach((position, k) => {
    drafts.push({
      draft: rankFigure(
        place,
        rank,
        position,
        items?.[k] ?? indicator.name,
        indicator.verbatim,
        clause.start,
      ),
      run: -1 - drafts.length,
    });
  });
}

/** 增长6.8%,入选全国百强县,列第83位: a place in that list, and not of the growth before. */
function listEntered({ normal, sentence, structure }: SentencePlace, clauseStart: number) {
  if (clauseStart <= sentence.start) return null;
  const clause = structure.clauseAt(clauseStart - 1);
  const start = Math.max(clause.start, sentence.start);
  const list = entered.exec(normal.slice(start, clauseStart));
  if (list === null) return null;
  const end = start + list.index + list[0].trimEnd().length - 1;
  return [{ start: end - (list[1] as string).length, end }];
}

const entered =
  /(?:入选|跻身|进入|入围|上榜|荣登)了?([\u4e00-\u9fffa-z]{2,16}?(?:[十百千]强县?[市区]?|强|榜单?|名单)),\s*$/;

/** 甲增长13%,乙增长9%,分别居全省第二、第四位: as many figures as places, each of a thing of its own. */
function inTurn({ positions, shared }: RankMention, drafts: readonly RunDraft[]): boolean {
  const last = drafts.slice(-positions.length).map(({ draft }) => draft);
  const alike = last.every(({ unit, rank }) => unit === last[0]?.unit && rank === null);
  return shared && positions.length > 1 && last.length === positions.length && alike;
}

/** Aspects of the indicator before, which goes on after them. */
const RELATIVE = /^(?:增速|增幅|总量|占比|比重|规模|排名|位次|增长率)$/;

/** 14万亿元新台阶、居全国首位: what a number is said to be is no subject of the rank. */
const LEVEL_REACHED = /^(?:的)?(?:新?(?:台阶|水平|高度|关口)|大关)/;

const SPAN_OF_YEARS =
  /(?:已|仍)?(?:连续|蝉联)?(?:[0-9]+|[一二两三四五六七八九十]+)(?:个)?年(?:来|位)?(?:稳定)?|继续|再次|首次|一直|始终|稳定|总体|持续|仍然|仍/g;

function rankOf(place: SentencePlace, rank: RankMention, position: number): Rank {
  return {
    start: rank.start,
    end: rank.end,
    text: place.text.slice(rank.start, rank.end),
    scope: rank.scope === null ? null : printedScope(place, rank.scope, rank),
    position,
    ...(rank.within === undefined ? {} : { within: rank.within }),
  };
}

/** The scope is read from the normalised text and shown as printed. */
function printedScope(place: SentencePlace, scope: string, { start, end }: RankMention): string {
  const at = place.normal.slice(start, end).indexOf(scope);
  return at < 0 ? scope : place.text.slice(start + at, start + at + scope.length);
}

function rankFigure(
  place: SentencePlace,
  rank: RankMention,
  position: number,
  indicator: string,
  verbatim: boolean,
  clauseStart: number,
): Draft {
  const chosen = place.years.choose({
    indicator,
    clauseStart,
    sentenceStart: place.sentence.start,
    at: rank.start,
    ownYear: rank.pair?.year ?? null,
    ignoreFrom: rank.pair?.subjectEnd ?? null,
  });
  return {
    entryId: place.context.entryId,
    start: rank.start,
    end: rank.end,
    span: place.text.slice(rank.start, rank.end),
    number: null,
    value: null,
    unit: null,
    unitText: null,
    indicator,
    indicatorVerbatim: verbatim,
    change: null,
    changeWord: null,
    direction: null,
    approx: null,
    bound: null,
    base: null,
    rank: rankOf(place, rank, position),
    ...chosen,
    kind: 'rank',
  };
}
