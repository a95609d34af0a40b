import { dateRules } from './lookalike-dates.js';
import { nameRules } from './lookalike-names.js';
import { after, before, beyond, type Candidate, type LookalikeRule } from './mention.js';

/** The name of the first rule by which a number only looks like a figure; null if none holds. */
export function lookalike(mention: Candidate): string | null {
  return RULES.find((rule) => rule.holds(mention))?.name ?? null;
}

const zoneRules: readonly LookalikeRule[] = [
  { name: 'heading', holds: (m) => within(m, 'heading') },
  { name: 'title', holds: (m) => within(m, 'title') },
  { name: 'quoted', holds: (m) => within(m, 'quote') && !isQuotedSpeech(m) },
];

const codeRules: readonly LookalikeRule[] = [
  {
    name: 'document number',
    holds: (m) =>
      /^号(?![召称角线])/.test(after(m, 2)) ||
      /^[〕\]]/.test(after(m, 1)) ||
      /[〔[]$/.test(before(m, 1)),
  },
  {
    name: 'telephone',
    holds: (m) =>
      m.quantity.plain &&
      (/(?:拨打|电话|热线|传真|邮编|邮政编码|账号|编号|代码|qq|微信)[:号为是]*$/.test(
        before(m, 8),
      ) ||
        /^(?:热线|电话|平台|专线|便民)/.test(after(m, 2)) ||
        /^[0-9]{3,4}-[0-9]{7,8}/.test(
          m.text.slice(m.quantity.number.start, m.quantity.number.start + 13),
        ) ||
        (/[0-9]-$/.test(before(m, 2)) && m.quantity.unit === null)),
  },
  {
    name: 'code with letters',
    holds: (m) =>
      /[a-z][-.]?$/.test(before(m, 2)) ||
      (m.quantity.unit === null && /^[-+]?[a-z]/.test(after(m, 2))) ||
      (m.quantity.unitKind === 'physical' &&
        m.quantity.plain &&
        /^[a-z](?![a-z])/.test(after(m, 2)) &&
        /^[a-z][\u4e00-\u9fff]/.test(after(m, 2)) &&
        m.quantity.value !== null &&
        m.quantity.value <= 10 &&
        /^[gmkp]/.test(after(m, 1))),
  },
  {
    name: 'section number',
    holds: (m) =>
      m.quantity.unit === null &&
      ((/(?:^|\n)[ \t]*[(]?$/.test(before(m, 6)) && /^[)、.]/.test(after(m, 1))) ||
        /(?:图|表|附件|附表|注|专栏|款|目)$/.test(before(m, 2))),
  },
  {
    name: 'law article',
    holds: (m) => /^(?:章|条第|款第)/.test(after(m, 2)) && /第$/.test(before(m, 1)),
  },
];

const ordinalRules: readonly LookalikeRule[] = [
  { name: 'ordinal', holds: (m) => /第$/.test(before(m, 1)) },
  {
    name: 'ordinal list',
    holds: (m) => /第[一二三四五六七八九十0-9]+[、和至到]$/.test(before(m, 6)),
  },
  {
    name: 'leading few',
    holds: (m) =>
      /前 ?$/.test(before(m, 2)) &&
      m.quantity.unitKind === 'count' &&
      /^[\u4e00-\u9fff]/.test(beyond(m, 1)),
  },
  { name: 'session', holds: (m) => /^届/.test(after(m, 1)) },
  {
    name: 'session',
    holds: (m) =>
      /[届次][一二三四五六七八九十]?$/.test(before(m, 2)) && /^(?:次|中)?全会/.test(after(m, 4)),
  },
  { name: 'three industries', holds: (m) => /^次(?:产业|能源|元|方|曲线)/.test(after(m, 3)) },
  {
    name: 'session',
    holds: (m) => /^次(?:全体)?会议/.test(after(m, 5)) && /届[^,;。]{0,8}$/.test(before(m, 9)),
  },
  {
    name: 'grade',
    holds: (m) => /^[、和及至到-][一二三四五六七八九十0-9]+[级等类线产]/.test(after(m, 5)),
  },
  {
    name: 'stage',
    holds: (m) =>
      m.quantity.script === 'chinese' &&
      m.quantity.plain &&
      /^期/.test(after(m, 1)) &&
      !/[办发刊编版印](?:了)?$/.test(before(m, 2)),
  },
  {
    name: 'grade',
    holds: (m) =>
      /^(?:级|等|类|号|审|线|产|期(?:工程|项目|建设)|本(?!书|刊|账)|胎|孩|把手|代)/.test(
        after(m, 3),
      ) &&
      m.quantity.plain &&
      (m.quantity.script === 'chinese' || /^(?:级|等)/.test(after(m, 1))),
  },
];

const classRules: readonly LookalikeRule[] = [
  { name: 'class bound', holds: isClassBound },
  { name: 'denominator', holds: isDenominator },
  {
    name: 'age class',
    holds: (m) =>
      m.quantity.unitKind === 'age' &&
      !/(?:寿命|年龄)[^,;。、]{0,8}$/.test(before(m, 14)) &&
      (m.quantity.valueHigh !== undefined ||
        /^(?:及?以[上下]|至|-|—|的|儿童|老人|女性|男性|人口)/.test(
          m.text.slice(m.quantity.unitStart + 1, m.quantity.unitStart + 6).replace(/^岁/, ''),
        )),
  },
  { name: 'specification', holds: isSpecification },
  { name: 'version', holds: (m) => /^版/.test(after(m, 1)) },
  {
    name: 'zero',
    holds: (m) =>
      m.quantity.script === 'chinese' && m.quantity.value === 0 && m.quantity.unit === null,
  },
];

/** 2000万元及以上工业企业: the number bounds a class and is stated of nothing. */
function isClassBound(m: Candidate): boolean {
  const { quantity } = m;
  // 600分以上考生: a mark that bounds a class of people.
  if (
    quantity.unit === '分' &&
    /^以[上下][\u4e00-\u9fff]/.test(m.text.slice(quantity.unitStart + 1, quantity.unitStart + 4))
  )
    return true;
  if (
    quantity.unitKind === 'part' ||
    quantity.unitKind === 'multiple' ||
    quantity.unitKind === 'count'
  ) {
    return (
      quantity.unitKind !== 'part' &&
      /^及以[上下]/.test(m.text.slice(quantity.end, quantity.end + 3))
    );
  }
  if (/^及以[上下]/.test(m.text.slice(quantity.end, quantity.end + 3))) return true;
  if (quantity.approx !== '以上' && quantity.approx !== '以下') return false;
  if (!/^(?:的)?[\u4e00-\u9fff]/.test(beyond(m, 2))) return false;
  if (/^的[\u4e00-\u9fff]/.test(beyond(m, 2)) && /(?<![制定持存])在$/.test(before(m, 2)))
    return true;
  return !/(?:[达为至到在过增产降]|实现|完成|保持|稳定)$/.test(before(m, 2));
}

/** 750千伏电网工程, 一台十七万千瓦机组: the size names a sort of thing. */
function isSpecification(m: Candidate): boolean {
  const { quantity } = m;
  if (quantity.unitKind !== 'physical' || !/^(?:级|及|和)?[\u4e00-\u9fff0-9]/.test(beyond(m, 2)))
    return false;
  if (/^级/.test(beyond(m, 1))) return true;
  if (SIZES.has(quantity.unit ?? '') && !/[为达至到]$/.test(before(m, 1))) return true;
  return /(?:[一二两三四五六七八九十0-9](?:台|条|座|艘|架|个|口)|年产|日产)$/.test(before(m, 2));
}

/** Units in which things are rather classed than measured. */
const SIZES = new Set(['千伏', '伏', '英寸', '纳米', '马力', '千伏安', '兆伏安']);

/** 每万人, 平均每百户, 万元GDP: what is divided by. */
function isDenominator(m: Candidate): boolean {
  return /(?:每|平均每)$/.test(before(m, 1)) && m.quantity.unitKind !== 'multiple';
}

function within(m: Candidate, kind: string): boolean {
  for (let group: Candidate['group'] | null = m.group; group !== null; group = group.parent)
    if (group.kind === kind) return true;
  return false;
}

/** A quoted speech states figures of its own: long, and the number carries a unit or percent. */
function isQuotedSpeech(m: Candidate): boolean {
  const { group, quantity } = m;
  if (group.kind !== 'quote' || group.end - group.start < 24) return false;
  return quantity.unit !== null && quantity.script === 'arabic';
}

const RULES: readonly LookalikeRule[] = [
  ...zoneRules,
  ...dateRules,
  ...codeRules,
  ...ordinalRules,
  ...classRules,
  ...nameRules,
];
