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
  const match = /[。！？!?”）)\n]\s*[（(]([^（）()\n]{2,40})[）)]\s*$/.exec(text.slice(-80));
  if (match === null) return null;
  const inside = (match[1] as string).trim();
  const labelled = /^(?:供稿|撰稿|作者|执笔|撰文|编写)[:：\s]\s*(.+)$/.exec(inside);
  const names = (labelled?.[1] ?? inside).trim();
  const isName = names.split(/[\s\u3000、，,]+/).every((name) => nameLike.test(name));
  if (labelled === null && (!isName || notNames.test(names))) return null;
  const bracket = text.lastIndexOf((match[0].match(/[（(](?=[^（(]*$)/) as RegExpMatchArray)[0]);
  return { author: names, at: bracket };
}

/** A person's name, or a body that writes. */
const nameLike =
  /^(?:[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})*|[\u4e00-\u9fff]{2,20}(?:组|部|室|局|委|办|院|会|处|科|中心|公司|供稿|编辑部|办公室)[一二三四五六七八九十]?)$/;

const notNames =
  /^(?:见|详见|参见|含|不含|注|附|图|表|如|即|下同|同上|略|完|待续|续|试行|暂行|节选|摘要|草案|修订|原|现|以下|简称|未|已|均|按|据|包括|其中)/;
