/** The author in brackets at an entry's end: (吴鹏), （张三 李四）, （供稿：办公室）. */
export interface FoundAuthor {
  readonly author: string;
  /** Where the bracket begins in the text. */
  readonly at: number;
}

/**
 * Names alone, in brackets, after the last sentence's end mark. A bracket that belongs to the
 * sentence, or says something else (见表1, 下同, 待续), is none.
 */
export function findAuthor(text: string): FoundAuthor | null {
  const tail = text.slice(-80);
  const match =
    /[。！？!?…”’」』》）)\n]\s*(?<bracket>[（(](?<inside>[^（）()\n]{2,40})[）)])\s*$/.exec(tail);
  const { bracket = '', inside = '' } = match?.groups ?? {};
  const author = namesIn(inside.trim());
  if (author === null) return null;
  return { author, at: text.length - tail.length + tail.lastIndexOf(bracket) };
}

function namesIn(inside: string): string | null {
  const labelled = label.exec(inside)?.groups?.names;
  const names = (labelled ?? inside).replace(/\s*(?:供稿|撰稿|撰文|执笔|编写)$/, '').trim();
  if (names === '') return null;
  if (labelled !== undefined) return names;
  const isName = names.split(/[\s、，,]+/).every((name) => nameLike.test(name));
  return isName && !notNames.test(names) && !figureWords.test(names) ? names : null;
}

const label = /^(?:供稿|撰稿|作者|执笔|撰文|编写)(?:人|者|单位|部门)?\s*[:：\s]\s*(?<names>.+)$/;

/** A person's name, or a body that writes. */
const nameLike =
  /^(?:[\u4e00-\u9fff]{1,6}(?:[·•][\u4e00-\u9fff]{1,8})*|[\u4e00-\u9fff]{2,20}(?:组|部|室|局|委|办|院|会|处|科|厅|中心|公司|集团|编辑部|办公室)[一二三四五六七八九十]?)$/;

const notNames =
  /^(?:见|详见|参见|含|不含|注|附|图|表|如|即|下同|同上|同比|环比|略|完|未完|待续|续|上接|下转|试行|暂行|节选|摘要|摘自|选自|来源|资料|草案|修订|原|现|以下|简称|未|已|均|按|据|包括|其中|单位|责任编辑|责编|编辑\s|摄影|初步|预计|估算|快报|全文|全区|全省|全市|全国|上述|当年|上年|本年|当时|截至)/;

/** Ends of words that speak of figures. */
const figureWords =
  /(?:亿元|万元|万人|万吨|公顷|现价|不变价|可比价|口径|数据|数字|左右|以上|以下)$/;
