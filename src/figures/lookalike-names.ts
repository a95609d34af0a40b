import { after, before, beyond, type Candidate, type LookalikeRule } from './mention.js';
import type { Quantity } from './quantity.js';
import { ACHIEVE, OBJECT_VERBS } from './words.js';

/** Names with numbers in them, articles and idioms. */
export const nameRules: readonly LookalikeRule[] = [
  {
    name: 'numeral without measure word',
    holds: (m) => m.quantity.script === 'chinese' && m.quantity.unit === null && m.quantity.plain,
  },
  {
    name: 'N大',
    holds: (m) => m.quantity.plain && /^大(?!于|约|概|型|中型|专|学|卡|气)/.test(after(m, 3)),
  },
  { name: 'indefinite article', holds: isArticle },
  {
    // 五险一金 and 五金 are names; medals are counted in digits or one metal after the other.
    name: 'metal',
    holds: (m) =>
      /^[金银铜]$/.test(m.quantity.unit ?? '') &&
      m.quantity.script === 'chinese' &&
      !/^[一二两三四五六七八九十]+[银铜]/.test(beyond(m, 4)) &&
      !/[金银]$/.test(before(m, 1)),
  },
  {
    name: 'anaphor',
    holds: (m) => /[这那哪某另们]$/.test(before(m, 1)) && m.quantity.unitKind === 'count',
  },
  // 一个十三亿人口的国家
  { name: 'epithet', holds: (m) => /一[个座]$/.test(before(m, 2)) && /^人口的/.test(beyond(m, 3)) },
  // 抓好三件事: 一是…
  {
    name: 'things to do',
    holds: (m) =>
      m.quantity.script === 'chinese' &&
      m.quantity.unit === '件' &&
      /^(?:大?事|实事)/.test(beyond(m, 2)),
  },
  { name: 'programme', holds: isProgramme },
  { name: 'ascending enumeration', holds: isAscending },
  { name: 'recurring name', holds: isRecurring },
  { name: 'bare count without a verb', holds: isLoose },
];

const ACHIEVED = new RegExp(`(?:${ACHIEVE})(?:了|过|出|好|起|共|的)?(?:${'近|约|超过|超|逾'})?$`);
const DOING = new RegExp(`(?:${OBJECT_VERBS})`);
const STATED =
  /(?:[达为是共有增减升降至到超近]|其中|下降|增长|减少|增加|提高|分别|累计|合计|仅|约|不足|突破|位)$/;

/** 一个, 一项: says that there is one such thing, not how many. */
function isArticle(m: Candidate): boolean {
  const { quantity } = m;
  if (quantity.script !== 'chinese' || quantity.value !== 1) return false;
  if (quantity.unitKind !== 'count') return false;
  if (/(?:仅|只有|唯一|各|分别为)$/.test(before(m, 3))) return false;
  return !besideCount(m);
}

/** Another Chinese count stands right beside it: 一座电站、两座水库. */
function besideCount(m: Candidate): boolean {
  const near = m.text.slice(m.quantity.end, m.quantity.end + 12);
  const previous = m.text.slice(Math.max(0, m.quantity.start - 12), m.quantity.start);
  return (
    /^[^,;。]{0,8}[、和][二两三四五六七八九十]+[个座所家处条件项名人次]/.test(near) ||
    /[二两三四五六七八九十]+[个座所家处条件项名人次][^,;。]{0,8}[、和]$/.test(previous)
  );
}

/** Units that also count the parts of programmes and principles. */
const WEAK = new Set([
  '个',
  '项',
  '条',
  '种',
  '类',
  '步',
  '点',
  '句',
  '面',
  '层',
  '代',
  '门',
  '道',
  '手',
  '股',
  '分',
  '头',
  '把',
  '个方面',
  '块',
  '轮',
  '批',
  '支',
  '期',
  '套',
  '部',
]);

/** Nouns that only ever follow a numeral as names: 两个维护, 四个自信. */
const CREED =
  /^(?:攻坚战|手都|手抓|确立|维护|自信|意识|全面|大局|文明|代表|百年|务必|毫不动摇|牢固|基本点|凡是|一样|统筹|结合)/;

const PROGRAMME =
  /^(?:的)?(?:规定|原则|基本原则|方针|精神|战略|攻坚战|制度|准则|纪律|要求|关键|重点|文明|大局|转变|统筹|维护|确立|自信|意识|代表|全面|坚持|倍增|结合|统一|中心|基本点|毫不动摇|务必|牢固|清单|提升|一样|百年|层面|方面|阶段|环节|体系|轮子|角度|问题|市场|比例|口袋)/;

/** 八项规定, 四项基本原则, 落实五项任务: a fixed programme, not a count. */
function isProgramme(m: Candidate): boolean {
  const { quantity } = m;
  if (
    quantity.script !== 'chinese' ||
    !quantity.plain ||
    quantity.unit === null ||
    !WEAK.has(quantity.unit)
  )
    return false;
  if (quantity.unit === '个方面' && !ACHIEVED.test(before(m, 8))) return true;
  if (CREED.test(beyond(m, 4))) return true;
  if (PROGRAMME.test(beyond(m, 4)))
    return !ACHIEVED.test(before(m, 8)) || PROGRAMME_GOVERNED.test(before(m, 4));
  return PROGRAMME_GOVERNED.test(before(m, 4));
}

/** 一个中心、两个基地、三条走廊: a plan's parts told by rising numbers, unless a verb counts them. */
function isAscending(m: Candidate): boolean {
  if (m.quantity.script !== 'chinese' || !m.quantity.plain) return false;
  const run = RISING.exec(before(m, 48));
  return (
    run !== null &&
    m.quantity.value === [run[2], run[3], run[4]].filter((part) => part !== undefined).length + 1 &&
    !ACHIEVED.test(run[1]!)
  );
}

const RISING =
  /(?:^|[,;。\n])([^,;。\n]{0,10}?)(一[^、,;。]{1,8})(、[二两][^、,;。]{1,8})?(、三[^、,;。]{1,8})?、$/;

const PROGRAMME_GOVERNED =
  /(?:落实|围绕|推动|打好|贯彻|完成好|抓好|做好|坚持|深化|聚焦|做到|突出|把握|处理好|统筹|遵循|践行|牢记|遵守|恪守|增强|坚定|抓住|树立|正确处理|推进|这|那|哪|某|各|每|上|下|同|另|整|前|后|头)$/;

/** The same Chinese numeral with the same noun again in the text: a name. */
function isRecurring(m: Candidate): boolean {
  const noun = countedName(m.text, m.quantity);
  return noun !== null && (m.recurring.get(noun) ?? 0) > 1;
}

/** 五个大起: a small Chinese count with the beginning of its noun, by which a name recurs. */
export function countedName(text: string, quantity: Quantity): string | null {
  if (quantity.script !== 'chinese' || !quantity.plain || quantity.unit === null) return null;
  if (!WEAK.has(quantity.unit) && quantity.unit !== '件') return null;
  const noun = text.slice(quantity.number.start, quantity.end + 2);
  return /^[\u4e00-\u9fff]{4,}$/.test(noun) ? noun : null;
}

const MOVED = /^(?:增加?|增长|减少?|提高|上升|下降|降低?|缩小?|压减)[到至为]/;

/** 获得甲、乙两项荣誉: the verb counts what a list between them names. */
const LISTED =
  /(?:获得|荣获|获评|制定|出台|建成|举办|新增|修订|开发|推出|建立)了?[^,;。、和的]{2,16}(?:[、和][^,;。、和的]{2,16})+$/;

/** A weak Chinese count that no verb of doing or stating governs: 两种制度, 三个阶段. */
function isLoose(m: Candidate): boolean {
  const { quantity } = m;
  if (quantity.script !== 'chinese' || !quantity.plain || quantity.unitKind !== 'count')
    return false;
  if (quantity.unit === null || !WEAK.has(quantity.unit) || quantity.valueHigh !== undefined)
    return false;
  // 由八十二部增加到一百二十部; what is named counts its parts on the fingers.
  if (quantity.value === null || quantity.value > 20 || MOVED.test(beyond(m, 4))) return false;
  const left = before(m, 8);
  // 方案两个、: the count closes its phrase, so the noun stands before it.
  if (/^(?:[,;。、!?)\n]|$)/.test(beyond(m, 1)) && /[\u4e00-\u9fff]{2}$/.test(left)) return false;
  if (ACHIEVED.test(left) || LISTED.test(before(m, 40))) return false;
  // 利用两个市场、两种资源: in a list the verb before its first item decides.
  if (/[和、]$/.test(left))
    return !DOING.test(
      before(m, 40)
        .split(/[,;。:\n]/)
        .at(-1)!,
    );
  return !STATED.test(left.slice(-2));
}
