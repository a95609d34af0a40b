/**
 * Whether the words of a sentence before a number mark it as a plan or forecast, not a result.
 * A year to come is one after `year`, the year reported on.
 */
export function isTarget(sentenceBefore: string, year: number | null): boolean {
  if (DONE.test(sentenceBefore)) return false;
  if (AIM.test(sentenceBefore)) return true;
  if (year === null) return false;
  for (const hit of sentenceBefore.matchAll(BY_YEAR)) if (Number(hit[1]) > year) return true;
  return false;
}

const AIM =
  /预期目标|主要目标|目标(?:是|为)|力争|争取(?:到|实现|使)|确保(?!了)|计划(?:完成|实现|达到|投资|安排|新增|建设|实施|到|今年|明年|再)|拟(?:建|安排|投资)|(?<![以])将(?:再|继续)?(?:达到?|实现|增长|新增|建成|完成|投入|安排|拨付)|(?:^|[,;。\n])要(?:达到|实现|完成|新增|使)|规划目标|预计到|有望/;
const BY_YEAR = /(?:到|至)((?:19|20)[0-9]{2})年/g;
const DONE = /(?:完成|超额完成|超过|高于|好于|实现了?)[^,;。]{0,12}(?:预期目标|计划|目标)[^,;。]*$/;
