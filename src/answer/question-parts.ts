import type { Question } from '../search/question.js';
import type { WeightedUnit } from '../search/units.js';
import { type AspectKind, aspectKindOf, movesBy } from './aspect.js';
import { betweenKinds, namesKinds } from './contrast.js';
import { tellsPeriod } from './figure-time.js';

/** A part of a question that asks for a figure of its own. */
export interface Part {
  /** Normalised; with the words of the question that all parts share. */
  readonly text: string;
  /** The side asked for; null where the part does not say. */
  readonly kind: AspectKind;
  readonly units: readonly PlacedUnit[];
  /** Those of the units that stand in this part. */
  readonly own: readonly PlacedUnit[];
  /** Whether the side is that of another part, which may not be meant for this one. */
  readonly borrowed: boolean;
}

export interface PlacedUnit extends WeightedUnit {
  /** Words of prose that may stand for it in a looser sense. */
  readonly prose: readonly string[];
  /** Offset in the normalised question. */
  readonly at: number;
  /** Whether it is what is counted: 项目 in 多少项目. */
  readonly counted: boolean;
}

/**
 * The unit at a share of its weight. Written out: an object with a spread in it is of a shape of
 * its own each time, and all that reads units would look their fields up.
 */
export function lightened(unit: PlacedUnit, share: number): PlacedUnit {
  const { forms, weight, prose, at, counted } = unit;
  return { forms, weight: weight * share, prose, at, counted };
}

/**
 * The parts that words like 和 and 、 make of a question: things (工业和投资增长多少), sides of one
 * thing (GDP总量和增速), or both. Fewer than two where it asks for one figure.
 */
export function partsOf(
  question: Question,
  units: readonly PlacedUnit[],
): { readonly parts: readonly Part[]; readonly apart: boolean } {
  const { normal } = question;
  const pieces = piecesOf(question, units);
  const marked = marker.test(normal);
  // 城乡公益性岗位和城镇就业各多少: of two things named none is taken apart.
  const alone = pieces.filter((piece) => piece.units.length > 0 && !isSide(piece)).length === 1;
  const both = marked && alone ? pieces.flatMap((piece) => membersOf(piece, normal)) : pieces;
  const asking = pieces.filter(({ text }) => asks.test(text)).length > 1;
  const sides = pieces.some((piece, i) => i > 0 && isSide(piece));
  const joint = both.some((piece) => piece.joint);
  if (!joint && !asking && !sides && !(marked && /[,，]/.test(normal)))
    return { parts: marked && both.length === 1 ? eachWord(both[0] as Piece) : [], apart: false };
  return { parts: distinct(spread(both)), apart: marked || asking || sides };
}

/** 棉花油料糖料各增长多少: words side by side may each be a thing; the entry shows whether they are. */
function eachWord({ text, kind, units }: Piece): Part[] {
  const words = units.filter(isWord);
  return words.map((own) => ({ text, kind, units: [own], own: [own], borrowed: false }));
}

/** A stretch between two joints. */
interface Piece {
  readonly text: string;
  readonly units: readonly PlacedUnit[];
  readonly kind: AspectKind;
  /** What stands behind its last unit: 各增长多少. */
  readonly predicate: string;
  /** Whether 和, 、 or the like joins it to the one before; a comma does not. */
  readonly joint: boolean;
}

function piecesOf({ normal, units: words }: Question, units: readonly PlacedUnit[]): Piece[] {
  const inside = (at: number) => words.some(({ start, end }) => start < at && at < end);
  const pieces: Piece[] = [];
  let from = 0;
  let joint = false;
  for (const match of [...normal.matchAll(namesKinds(normal) ? jointsAndKinds : joints), null]) {
    const to = match?.index ?? normal.length;
    const end = to + (match?.[0].length ?? 0);
    const held = words.some(
      ({ start, end: stop }) =>
        // 乡镇卫生院和县医院: a joint is no beginning of the town of 和县.
        start < to && end <= stop && to < end,
    );
    if (match !== null && (inside(to) || held)) continue;
    const text = normal.slice(from, to);
    if (text.trim() !== '') {
      const own = units.filter(({ at }) => at >= from && at < to);
      const last = words.findLast(({ start }) => own.at(-1)?.at === start);
      const predicate = normal.slice(last?.end ?? from, to);
      pieces.push({ text, units: own, kind: kindOf(text, own.length > 0), predicate, joint });
    }
    joint = match !== null && (match.groups?.kinds === '' || !/^[,，;；。?？]?$/.test(match[0]));
    from = end;
  }
  return pieces;
}

/** 零售总额和游客分别增长多少: a thing whose name is of an amount asks for none by that alone. */
function kindOf(text: string, ofThing: boolean): AspectKind {
  const kind = aspectKindOf(text) ?? (/[同环]比$/.test(text) ? 'growth' : null);
  const asksItself = asks.test(text.replace(/呢[?？]?$/, ''));
  const bySide = asksItself || /(?:总量|数量)$/.test(text);
  return kind === 'level' && ofThing && !bySide ? null : kind;
}

/** Nothing is a joint inside a word: 和 of 和平, 与 of 参与, 及 of 普及. */
const jointWords = String.raw`、|[,，;；。?？]|以及|还有|(?<![共温总饱祥附缓]|(?<!空)调|(?<!纤)维)和(?![平谐解睦田])|(?<![参给赋])与(?![会否日])|(?<![普涉波顾危触提以])及其?(?![时格他它])|跟(?![踪随进])|(?<=多少|几[个%])(?=[排居位占])|(?<=几[金银铜])(?=几[金银铜])|(?<=几[个家名项所座条件块枚]\p{Script=Han}{1,6})(?=几[个家名项所座条件块枚])`;
const joints = new RegExp(jointWords, 'gu');
const jointsAndKinds = new RegExp(`${jointWords}|(?<kinds>${betweenKinds()})`, 'gu');

const marker = /分别|各(?![级类地种项界族方市县盟省个处式行])/;
const asks =
  /多少|百分之几|第几|老几|几[个名人次件项家所座条种亿万成倍户亩吨枚金银铜场届台部门列支批类处张辆艘架套]|多[大高长]|呢[?？]?$/;

/** 城乡居民收入分别增长多少 asks of both kinds that the word stands for. */
function membersOf(piece: Piece, normal: string): Piece[] {
  const [pattern, members] = compounds.find(([word]) => word.test(piece.text)) ?? [/$/, []];
  if (members.length === 0) return [piece];
  const word = pattern.exec(piece.text)?.[0] ?? '';
  const at = normal.indexOf(word);
  return members.map((member, i) => ({
    ...piece,
    text: piece.text.replace(word, member),
    units: memberUnits(piece.units, { word, at, member }),
    joint: piece.joint || i > 0,
  }));
}

/** The units with the word for one of its kinds; where it was cut to several units, it is made one. */
function memberUnits(
  units: readonly PlacedUnit[],
  { word, at, member }: { readonly word: string; readonly at: number; readonly member: string },
): PlacedUnit[] {
  const holds = ({ forms: [form = ''] }: PlacedUnit) => form.includes(word);
  if (units.some(holds)) {
    const named = (form: string) => form.replace(word, member);
    return units.map((unit) => {
      const { forms, weight, prose, at: start, counted } = unit;
      return holds(unit) ? { forms: forms.map(named), weight, prose, at: start, counted } : unit;
    });
  }
  const inside = (unit: PlacedUnit) => unit.at >= at && unit.at < at + word.length;
  const weight = units.filter(inside).reduce((sum, unit) => sum + unit.weight, 0);
  const rest = units.filter((unit) => !inside(unit));
  return weight === 0
    ? rest
    : [{ forms: [member], weight, prose: [], at, counted: false }, ...rest];
}

const compounds: readonly (readonly [RegExp, readonly string[]])[] = [
  [/城乡/, ['城镇', '农村']],
  [/存贷款/, ['存款', '贷款']],
  [/进出口/, ['出口', '进口']],
  [/(?:三次|一二三次?)产业?/, ['第一产业', '第二产业', '第三产业']],
  [/一二次?产业?/, ['第一产业', '第二产业']],
  [/二三次?产业?/, ['第二产业', '第三产业']],
  [/收支/, ['收入', '支出']],
  [/客货运/, ['客运', '货运']],
];

/** A piece that names a side alone: 增速, 排全国第几, 总量, 净增; of what, the piece before says. */
function isSide({ units, kind, text }: Piece): boolean {
  const side = text.trim();
  if (kind === 'share' && /^占/.test(side)) return true;
  if (additions.test(side) || moved.test(side) || mereLevel.test(side) || yearly.test(side))
    return true;
  if (units.length === 0 && compared.test(side)) return true;
  // 新增就业多少、十四五累计多少: the same of another time.
  if (units.length > 0 && asks.test(side) && units.every(isPeriod)) return true;
  if (units.length > 0 || kind === null || /^(?:分别|各)/.test(side)) return false;
  return kind !== 'level' || /总[量额数]|总计|规模|数量|数额/.test(side);
}

/** Gives every piece what it shares with the others: the thing before it, the side after it. */
function spread(pieces: readonly Piece[]): Part[] {
  const things = pieces.filter(({ units }) => units.length > 0);
  const first = things[0]?.units ?? [];
  const last = things.at(-1)?.units ?? [];
  // 铁路客运、货运; 涉毒、涉诈警情: what stands before the first thing or after the last is of all,
  // but not where each is whole: 职工工资、农民工资; 刑事警情、刑事立案.
  const around = things.length > 1 ? [...first.slice(0, -1), ...last.slice(1).filter(isWord)] : [];
  const shared = haveOneHead(first, last) ? [] : around;
  // 收入增速和税收增速各排第几: ranks are asked for, of both.
  const end = pieces.at(-1);
  const ranked = end?.kind === 'rank' && /各|分别/.test(end.text);
  const parts: Part[] = [];
  pieces.forEach((piece, i) => {
    const { units: own, text } = piece;
    if (isSide(piece)) {
      const thing = pieces.slice(0, i).findLast(({ units }) => units.length > 0);
      if (thing === undefined) return;
      const ofTime = own.length > 0 && own.every(isPeriod);
      const added = piece.kind === null || ofTime ? own : [];
      // 净增多少、总量多少: the total is not of what was added.
      const isOther = ofTime ? isPeriod : /^(?:总|一共|共)/.test(text) ? tellsAdded : () => false;
      const of = thing.units.filter((unit) => !isOther(unit));
      const units = [...of, ...added];
      parts.push({ text, kind: piece.kind ?? 'level', units, own: units, borrowed: false });
      return;
    }
    if (own.length === 0) return;
    const next = pieces[i + 1];
    const beforeSide = next !== undefined && isSide(next);
    // 社零怎么样，增长多少: a topic, and no figure of its own.
    if (beforeSide && piece.kind === null && !next.joint) return;
    const asking = !beforeSide && piece.kind === null ? askingFor(pieces, i) : undefined;
    const others = faint(
      shared.filter((unit) => !own.includes(unit)),
      own,
    );
    parts.push({
      text: text + (asking?.predicate ?? ''),
      kind: ranked ? 'rank' : (piece.kind ?? (beforeSide ? 'level' : (asking?.kind ?? null))),
      units: [...own, ...others],
      own,
      borrowed: asking !== undefined,
    });
  });
  return parts;
}

function isPeriod({ forms: [form = ''] }: PlacedUnit): boolean {
  return tellsPeriod(form);
}

/** 覆盖率是多少、比全国高多少. */
const compared = /^比.{1,8}[高低快慢]/;

/** GDP比2000年增长多少、平均每年增长多少. */
const yearly = /^(?:年均|平均每年|每年平均)(?:实际)?[增涨降下递]/;

/** 粮食产量多少、增产多少. */
const moved = /^[增减][产收]了?(?:多少|几)/;

/** 钢产量增长多少、达到多少. */
const mereLevel = /^(?:达到?|到|一?共有?|总共有?|现有|如今)了?(?:多少|几)/;

function haveOneHead(a: readonly PlacedUnit[], b: readonly PlacedUnit[]): boolean {
  const [head = '', other = ''] = [a.at(-1)?.forms[0], b.at(-1)?.forms[0]];
  if (head === '' || other === '') return false;
  if (a.length > 1 && a[0]?.forms[0] === b[0]?.forms[0]) return true;
  return (
    head.endsWith(other) || other.endsWith(head) || (measured.test(head) && measured.test(other))
  );
}

/** 财政支出和科技投入: nouns that need none behind them. */
const measured = /(?:[额量值率数]|收入|支出|投入|投资|利润|税收|面积|里程)$/;

const additions = /^(?:净增|新增|新登记|新设)[数量]?$/;

function tellsAdded({ forms: [form = ''] }: PlacedUnit): boolean {
  return additions.test(form);
}

/** A lone character is mostly the rest of a word: 长 of 时长. */
function isWord({ forms: [form = ''] }: PlacedUnit): boolean {
  return form.length > 1;
}

/** The piece that asks for one that does not: the next one, else the last before it. */
function askingFor(pieces: readonly Piece[], i: number): Piece | undefined {
  const asks = ({ kind }: Piece) => kind !== null;
  return pieces.slice(i + 1).find(asks) ?? pieces.slice(0, i).findLast(asks);
}

/** What parts share never outweighs what one has of its own. */
function faint(units: readonly PlacedUnit[], own: readonly PlacedUnit[]): PlacedUnit[] {
  const sum = (all: readonly PlacedUnit[]) => all.reduce((total, { weight }) => total + weight, 0);
  const part = Math.min(0.3, (0.5 * sum(own)) / (sum(units) || 1));
  return units.map((unit) => lightened(unit, part));
}

/** 涨得猛不猛，涨了多少 asks for one figure twice. */
function distinct(parts: readonly Part[]): Part[] {
  const keyOf = ({ text, own, kind }: Part) =>
    [
      kind,
      /[同环]比|年均|累计|平均每年/.exec(text)?.[0],
      kind === 'growth' && movesBy(text),
      compared.test(text.trim()),
      ...own.map(({ forms }) => forms[0]),
    ].join(' ');
  const keys = parts.map(keyOf);
  return parts.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}
