import { isMadeOf } from '../text/made-of.js';
import type { Left } from './left.js';
import { fromFirstVerb, type Stretch, trimLeads, trimTail } from './noun.js';
import type { Quantity } from './quantity.js';
import type { Right } from './right.js';
import { ACHIEVE, OBJECT_VERBS } from './words.js';

/** The measured thing: stretches of the text that joined make its name. */
export type Name = readonly Stretch[];

/** Where a quantity stands, for finding what it measures. */
export interface Surroundings {
  readonly text: string;
  /** Where the words left of the number begin. */
  readonly leftStart: number;
  readonly left: Left;
  readonly right: Right;
  readonly quantity: Quantity;
  /** The clause speaks of a part (其中): its subject is the part's own and stays. */
  readonly isPart: boolean;
}

/**
 * The indicator printed around a quantity, by the guide's patterns 1 to 5; null where there is
 * none and the one before goes on (pattern 6).
 */
export function indicatorOf(place: Surroundings): Name | null {
  const { text, left, right, quantity } = place;
  const subject = cleaned(text, place.leftStart, left.subjectEnd);
  const governed =
    left.movement !== null ||
    left.linked ||
    left.from ||
    left.difference !== null ||
    left.base !== null;
  const counted = quantity.unitKind === 'count' || quantity.unitKind === null;

  if (governed) {
    if (left.linked && !left.reached && counted && right.noun !== null)
      return named(text, right.noun);
    if (subject !== null) {
      if (left.movement !== null || quantity.unit === '番') return [afterSaying(text, subject)];
      return [counted ? fromFirstVerb(text, subject, true) : afterSaying(text, subject)];
    }
    if (right.noun === null) {
      // 先后有1800多万人通过培训就业
      const counts = counted && right.predicate !== null && !left.reached;
      return counts && /有/.test(text.slice(left.subjectEnd, quantity.start))
        ? [right.predicate!]
        : null;
    }
    // 由2.5吨煤降到2.3吨: what is moved was named before. 增加了34个口岸: what is added comes after.
    if (left.movement === null)
      return (left.from || left.reached) && !counted ? null : named(text, right.noun);
    return counted && ADDING.has(left.movement.change) ? named(text, right.noun) : null;
  }
  if (right.noun !== null) {
    const wanting =
      subject === null ||
      WANTING.test(text.slice(place.leftStart, left.subjectEnd)) ||
      isMadeOf(text.slice(subject.start, subject.end), VERB);
    if (wanting || (right.possessive && quantity.unitKind === 'part'))
      return named(text, right.noun);
    const head = fromFirstVerb(text, subject, place.isPart);
    if (!counted) return [head];
    const noun = named(text, right.noun);
    const modifier = withoutVerbs(text, head);
    return noun === null ? [head] : modifier === null ? noun : [modifier, ...noun];
  }
  // 两次召开工作会议
  if (right.predicate !== null && quantity.unit === '次') return [right.predicate];
  if (
    right.predicate !== null &&
    subject !== null &&
    AGENT.test(text.slice(subject.start, subject.end))
  )
    return [right.predicate];
  if (subject !== null) {
    const cut = quantity.unitKind === 'part' ? subject : fromFirstVerb(text, subject, place.isPart);
    return counted ? [cut] : withoutDone(text, cut);
  }
  return right.predicate === null ? null : [right.predicate];
}

const ADDING: ReadonlySet<string> = new Set(['增加', '减少']);

function afterSaying(text: string, subject: Stretch): Stretch {
  const hit = SAID.exec(text.slice(subject.start, subject.end));
  if (hit === null) return subject;
  const rest = trimLeads(text, subject.start + hit[0].length, subject.end);
  return isNoun(text, rest) ? rest : subject;
}

/** Who acts, not what is counted: 全国法院782.2万件成功调解在诉前. */
const AGENT = /(?:法院|检察院|检察机关|审判机关|公安机关|政府|机关|部门|委员会|常委会)$/;

/** A verb, preposition or region right before the number: its object follows the number. */
const WANTING = new RegExp(
  `(?:${OBJECT_VERBS}|对|(?<![作行认成])为|与|向|把|将|给|以|从|在|由|于|用|让|使|被|共|的|有|和|及|以及|或|其中|各|全|每|达|等|[抓搞办做建管用]好|全[国区省市县旗盟州]|我[国省区市县])(?:了|过|出|共|好)?$`,
);

function cleaned(text: string, start: number, end: number): Stretch | null {
  const tailed = trimTail(text, start, end);
  const first = trimLeads(text, tailed.start, tailed.end);
  const lead = trimLeads(text, afterDisposal(text, first.start, first.end), first.end);
  return isNoun(text, lead) ? lead : null;
}

/** 把总产量稳定在: what is disposed of stands between 把 or 使 and the verb. */
function afterDisposal(text: string, start: number, end: number): number {
  const hit = DISPOSAL.exec(text.slice(start, end));
  return hit === null ? start : start + hit[0].length;
}

const DISPOSAL = /^.*(?:把(?![握关])|使(?![用命馆])|(?<!即)将(?!军))(?=[\u4e00-\u9fff]{2})/;

/** 提出国内生产总值增长8%: the verb tells who says so. */
const SAID =
  /^(?:[\u4e00-\u9fff]{2,6}提出(?=今年|全年)|提出|要求|规定|确定|争取|力争|保证|确保|预计|估计|安排|(?:没有|未能?)(?:实现|完成)(?:(?:年初|原先)?(?:确定|提出|预定)的)?|实现|(?:[^,;。]*(?:要|末|再))实现)(?=[\u4e00-\u9fff]{3})/;

function isNoun(text: string, stretch: Stretch): boolean {
  const words = text.slice(stretch.start, stretch.end).replace(/[0-9年月日第]/g, '');
  return /[\u4e00-\u9fffa-z]/.test(words) && !YEAR_ALONE.test(words) && !isMadeOf(words, EMPTY);
}

const YEAR_ALONE = /^[一二][九零〇○][零〇○一二三四五六七八九]{2}$/;

/** Pronouns and bare verbs, which name nothing. */
const EMPTY =
  /其中|后来|已经|这些|那些|我们|他们|有的|调整|追加|扩大|发展|增加|改善|再次|首次|同期|整体|全部|一般|现在|可以|每[人户亩年]|平均|人均|力争|计划|预计|[这那其该此有又后来也都再由从将的是中内在对以比按即要可会能应正到至]/gy;

function named(text: string, noun: Stretch): Name | null {
  const tailed = trimTail(text, noun.start, noun.end);
  return isNoun(text, tailed) ? [tailed] : null;
}

const VERB = new RegExp(ACHIEVE, 'gy');
/** The lookahead takes the verbs once and for all: tried other ways they would cost exponentially. */
const VERBS_FIRST = new RegExp(`^(?=((?:${ACHIEVE})+))\\1(?:了)?(?!总?[值额量率])`);

/** 研究推出激励干部担当作为 before 12条措施: the verbs are no part of the measures' name. */
function withoutVerbs(text: string, stretch: Stretch): Stretch | null {
  const verbs = VERBS_FIRST.exec(text.slice(stretch.start, stretch.end));
  const start = stretch.start + (verbs === null ? 0 : verbs[0].length);
  return cleaned(text, start, stretch.end);
}

/** 完成投资100亿元 measures 投资, 建筑业实现增加值5亿元 建筑业增加值. */
function withoutDone(text: string, stretch: Stretch): Name {
  const phrase = text.slice(stretch.start, stretch.end);
  const done = /^(.*?)(?:累计|共)?(?:完成|实现|达到)(?=[\u4e00-\u9fff]{2})(?!率|情况)/.exec(phrase);
  if (done === null) return [stretch];
  const object = cleaned(text, stretch.start + done[0].length, stretch.end);
  if (object === null) return [stretch];
  const owner =
    done[1] === '' ? null : cleaned(text, stretch.start, stretch.start + done[1]!.length);
  return owner === null ? [object] : [owner, object];
}
