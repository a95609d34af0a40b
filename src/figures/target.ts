import { YEAR_DIGITS, yearNumber } from '../text/years.js';

/**
 * Whether the words of a sentence before a number mark it as a plan or forecast, not a result.
 * A year to come is one after `year`, the year reported on.
 */
export function isTarget(sentenceBefore: string, year: number | null): boolean {
  if (DONE.test(sentenceBefore)) return false;
  for (const hit of sentenceBefore.matchAll(AIM))
    if (
      !REACHED.test(sentenceBefore.slice(0, hit.index)) &&
      !TURNED_OUT.test(sentenceBefore.slice(hit.index))
    )
      return true;
  if (year === null) return false;
  for (const hit of sentenceBefore.matchAll(BY_YEAR)) if (yearNumber(hit[1]!) > year) return true;
  return false;
}

/** Whether the words before a number tell what has come about: said beside what is planned. */
export function looksBack(sentenceBefore: string): boolean {
  return BEHIND.test(sentenceBefore);
}

const BEHIND =
  /目前|现有|当前|截[至止]|去年|上年|过去|[两三四五六七八九十]年来|以来|累计|连续|已[经有建达完]?|了[^,;。]{0,6}$/;

const AIM =
  /预期(?:目标|增长|达到|为|(?:20[0-9]{2}|今|明)年)|主要目标|目标(?:是|为)|力争|争取(?:到(?=[0-9一二])|实现|使)|(?<![个项“])确保(?!了)|计划(?:草案)?(?:要求|规定)|要保证(?!了)|(?:年初|原先)(?:确定|提出|预定)的|计划(?:平均每年|每年|年均|在|于|由|提高|增长|发行|筹集|完成|实现|达到|投资|安排|新增|建设|新建|改建|改造|开工|修建|培训|实施(?!顺利|以来|期间|情况|完成|的)|到|今年|明年|再)|(?<![模虚])拟(?:[建发增新]|安排|投资)|(?<![以])将(?:再|继续)?(?:达到?|实现|增长|新增|建成|完成|投入|安排|拨付)|提出[^。;\n]{0,24}?要(?=[从由达降提控保])|(?:^|[,;。\n])要(?:达到|实现|完成|新增|使)|(?:今|明)年[^,;。\n]{0,16}?(?<![需主重必摘纪概首紧])要(?![求不闻素点件害领])|规划目标|预计到|有望/g;
/** 超过预期目标: the aim is what was reached. */
const REACHED = /(?<!没有?|未能?)(?:完成|超过|高于|好于|实现)了?(?:全年|年度|年初|年初确定的|的)?$/;
/** 提出降到10%左右,实际回落到6%. */
const TURNED_OUT = /实际(?!增长|利用|使用|到位)|最终/;
const BY_YEAR = new RegExp(`(?<![0-9年加高升降少长大展])(?:到|至)(${YEAR_DIGITS})年`, 'g');
const DONE = /(?:完成|超额完成|超过|高于|好于|实现了?)[^,;。]{0,12}(?:预期目标|计划|目标)[^,;。]*$/;
