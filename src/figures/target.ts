/** Whether the words of a sentence before a number mark it as a plan or forecast, not a result. */
export function isTarget(sentenceBefore: string): boolean {
  if (DONE.test(sentenceBefore)) return false;
  return AIM.test(sentenceBefore);
}

const AIM =
  /预期目标|主要目标|目标(?:是|为)|力争|争取(?:到|实现|使)|确保(?!了)|计划(?:完成|实现|达到|投资|安排|新增|建设|实施|到|今年|明年|再)|拟(?:建|安排|投资)|到(?:20|19)[0-9]{2}年[^,;。]{0,12},?[^。]{0,30}(?:达到|实现|超过|增加到|提高到|控制在)|将(?:达到?|实现|增长|新增|建成|完成)|(?:^|[,;。\n])要(?:达到|实现|完成|新增|使)|规划(?:到|目标)|预计到|有望/;
const DONE = /(?:完成|超额完成|超过|高于|好于|实现了?)[^,;。]{0,12}(?:预期目标|计划|目标)[^,;。]*$/;
