import { after, before, beyond, type Candidate, type LookalikeRule } from './mention.js';

/** Points and periods of time; a length of time is a figure only as the value of an indicator. */
export const dateRules: readonly LookalikeRule[] = [
  {
    name: 'year',
    holds: (m) =>
      isYear(m) &&
      (/^(?:年|财年|学年|-|—|–|~|至|卷|版)/.test(after(m, 2)) ||
        /[年/—–~-]$/.test(before(m, 1)) ||
        m.quantity.valueHigh !== undefined),
  },
  { name: 'decade', holds: (m) => /^(?:年代|世纪)/.test(after(m, 2)) },
  {
    name: 'month or day',
    holds: (m) => {
      const { quantity } = m;
      if (!quantity.plain || quantity.value === null) return false;
      return (
        (/^月(?!均)/.test(after(m, 2)) && quantity.value <= 12) ||
        (/^[日号]/.test(after(m, 1)) && /月$/.test(before(m, 1))) ||
        (/^日(?:[,;。、\n 至到—-]|$|上午|下午|凌晨|晚|起|前|止|零时|召开|在|印发)/.test(
          after(m, 4),
        ) &&
          quantity.value <= 31)
      );
    },
  },
  {
    name: 'month range',
    holds: (m) =>
      m.quantity.unit === null &&
      m.quantity.plain &&
      /^[-—–~至到](?:次年)?[0-9一二三四五六七八九十]{1,2}(?:月|季度|日|号)/.test(after(m, 7)),
  },
  { name: 'quarter', holds: (m) => m.quantity.plain && /^(?:个)?季度/.test(after(m, 3)) },
  {
    name: 'clock',
    holds: (m) =>
      (/^[时点](?!段|候|代|[零一二三四五六七八九])/.test(after(m, 2)) && isClock(m)) ||
      (/^[:][0-9]{2}(?![0-9.:])/.test(after(m, 4)) && m.quantity.values === undefined) ||
      (/[0-9]:$/.test(before(m, 2)) && m.quantity.values === undefined) ||
      (/^分(?![之钟])/.test(after(m, 2)) && /时$/.test(before(m, 1))),
  },
  {
    name: 'plan period',
    holds: (m) =>
      /^[一二三四五六七八九十]{1,3}五(?:规划|时期|期间|计划|[以之]来|末|初|开局|收官)/.test(
        printed(m) + after(m, 3),
      ),
  },
  { name: 'anniversary', holds: (m) => /^(?:周年|华诞|年来)/.test(after(m, 2)) },
  { name: 'qualifying duration', holds: isQualifyingDuration },
  // 连续10次获评
  {
    name: 'unbroken run',
    holds: (m) => /连续$/.test(before(m, 2)) && m.quantity.unitKind === 'count',
  },
  {
    name: 'day of memory',
    holds: (m) => /^[·・]/.test(after(m, 1)) || /[·・]$/.test(before(m, 1)),
  },
];

function printed(m: Candidate): string {
  return m.text.slice(m.quantity.number.start, m.quantity.number.end);
}

function isYear(m: Candidate): boolean {
  const { quantity } = m;
  if (!quantity.plain || quantity.value === null) return false;
  const digits = printed(m);
  if (/^(?:1[89]|20|21)[0-9]{2}(?:[-—–~至到]|$)/.test(digits)) return true;
  if (/^[一二][零〇○九八][零〇○一二三四五六七八九]{2}$/.test(digits)) return true;
  // 78年, 95年: the short form of the last century, unless a length of time is stated.
  const short = /^[0-9]{2}$/.test(digits) && /^年/.test(after(m, 1)) && quantity.value >= 70;
  return short && !/[约近共达为时长历]$/.test(before(m, 1));
}

function isClock(m: Candidate): boolean {
  const { quantity } = m;
  return (
    quantity.plain &&
    quantity.value !== null &&
    quantity.value <= 24 &&
    /(?:[日午晨晚夜早]|^)$/.test(before(m, 1))
  );
}

/** A noun whose value is a length of time: 平均报道时长3分钟, 预期寿命. */
const TIME_NOUN =
  /(?:时长|时间|寿命|年限|天数|日数|工期|周期|时限|期限|用时|耗时|时数|年龄|里程|车程|航程|行程|工时|课时|时日|日照|无霜期)[^,;。、]{0,8}$|[\u4e00-\u9fff]{2}(?:住院日|龄|(?<![为定长分近中初后前同时学延日])期)$/;
const TIME_CHANGE =
  /(?:缩短|缩(?=[到至])|压缩|延长|提前|推迟|减少|增加|减至|降至|缩减|提速|压减)(?:了|到|至|为)?$/;

function isQualifyingDuration(m: Candidate): boolean {
  const { quantity } = m;
  if (quantity.unitKind !== 'time') return false;
  if (quantity.unit === '工作日' && TIME_CHANGE.test(before(m, 6))) return false;
  if (/^(?:来|以来|内|前|后|间|期间|试点|任务|计划|行动|规划|制|期|目标|累计)/.test(beyond(m, 2)))
    return true;
  if (
    /(?:连续|历时|为期|持续|每|过去|未来|今后|前|后|第|近|满|长达|任期|提前)$/.test(before(m, 2)) &&
    !TIME_NOUN.test(before(m, 14))
  )
    return true;
  const left = before(m, 24);
  return !(
    TIME_NOUN.test(left) ||
    TIME_CHANGE.test(left) ||
    /(?:比|较)[^,;。]{1,12}[多少长短早晚](?:了)?$/.test(left)
  );
}
