import type { Span } from './span.js';

/** A part of a report, from its heading on to the next: 三、2026年重点工作. */
export interface Part extends Span {
  readonly heading: string;
  /** The year its heading is of; null where it tells none, or several. */
  readonly year: number | null;
  /** Several years that its heading is of: “十五五”时期. */
  readonly period: string | null;
  /** Whether it tells what has come about, and whether what is to come; seldom both, or neither. */
  readonly back: boolean;
  readonly ahead: boolean;
}

/** A report on one year that plans for the next, as yearbooks print them whole. */
export interface Report {
  /** 今年 to those who speak in it; null where no date of the speech is printed. */
  readonly spoken: number | null;
  /** From the first heading that tells of a part; empty where none of them tells a time. */
  readonly parts: readonly Part[];
}

/**
 * The report that a text is, by the date of the speech at its beginning or the headings of its
 * parts; null for other texts.
 *
 * @param normal the normalised text
 * @param reported the year that the volume reports on: 去年 where no speech is dated
 */
export function reportOf(normal: string, reported: number | null): Report | null {
  const spoken = Number(speech.exec(normal.slice(0, speechWithin))?.[1] ?? 0) || null;
  const parts = partsOf(normal, spoken === null ? reported : spoken - 1);
  return spoken === null && parts.length === 0 ? null : { spoken, parts };
}

/** ——2006年3月5日在第十届全国人民代表大会第四次会议上, 2006年政府工作报告. */
const speech =
  /(?<!\d)((?:19|20)\d\d)年(?:\d{1,2}月\d{1,2}日在[^。;]{4,40}(?:会议|大会|全会)|[^\d。;\n]{0,12}政府工作报告)/;
const speechWithin = 400;

function partsOf(normal: string, reported: number | null): Part[] {
  const headings: { start: number; heading: string }[] = [];
  for (const { index, groups = {} } of normal.matchAll(headingLine)) {
    // Counting on: 一、 inside 三、 begins a list.
    if (numerals.indexOf(groups.number as string) !== headings.length) continue;
    headings.push({ start: index, heading: (groups.name as string).trim() });
  }
  const parts = headings.map(({ start, heading }, i): Part => {
    const end = headings[i + 1]?.start ?? normal.length;
    return { start, end, heading, ...timeOf(heading, reported) };
  });
  return parts.some(({ year, ahead, period }) => ahead || year !== null || period !== null)
    ? parts
    : [];
}

/** The part that an offset lies in. */
export function partAt(report: Report | null, offset: number): Part | undefined {
  return report?.parts.find(({ start, end }) => start <= offset && offset < end);
}

const numerals = '一二三四五六七八九';
const headingLine = /(?<=^|\n) *(?<number>[一二三四五六七八九])、(?<name>[^\n。;]{2,40})(?=\n)/g;

function timeOf(heading: string, reported: number | null): Omit<Part, 'heading' | keyof Span> {
  const back = looksBack.test(heading);
  const ahead = looksAhead.test(heading);
  // “十四五”时期发展成就和“十五五”时期主要目标: both, in turn.
  if (back && /[和与及,].*(?:目标|任务|安排)/.test(heading)) return { ...noTime, back };
  const printed = /(?<!\d)(?:19|20)\d\d(?=年)/.exec(heading)?.[0];
  const relative = reported === null ? null : relativeYear(heading, reported);
  const year = printed === undefined ? relative : Number(printed);
  if (back) return { ...noTime, year, back };
  const period = year === null ? (fiveYears.exec(heading)?.[0] ?? null) : null;
  return { year, period, back, ahead: ahead && year !== reported && (year ?? period) !== null };
}

const noTime = { year: null, period: null, back: false, ahead: false } as const;
const looksBack = /回顾|总结|成就|成绩|情况|历程|进展/;
const looksAhead = /目标|任务|工作|安排|部署|要求|建议|打算|思路|重点|展望|计划/;
const fiveYears = /[“"]?十?[一二三四五六七八九]五[”"]?(?:计划|规划)?(?:时期|期间)/;

function relativeYear(heading: string, reported: number): number | null {
  if (/去年|上年|过去的?一年|一年来/.test(heading)) return reported;
  return /今年|本年|新的?一年/.test(heading) ? reported + 1 : null;
}
