import { itemNumber } from './item-number.js';
import type { Span } from './span.js';
import { YEAR_DIGITS, yearNumber } from './years.js';

/** A report on one year that plans for the next, as yearbooks print them whole. */
export interface Report {
  /** 今年 to those who speak in it; null where no date of the speech is printed. */
  readonly spoken: number | null;
  /** From the first heading that tells of a part; empty where none of them tells a time. */
  readonly parts: readonly Part[];
}

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

/**
 * The report that a text is, by the date of the speech at its beginning or the headings of its
 * parts; null for other texts.
 *
 * @param normal the normalised text
 * @param reported the year that the volume reports on: 去年 where no speech is dated
 */
export function reportOf(normal: string, reported: number | null): Report | null {
  const spoken = spokenIn(normal.slice(0, speechWithin), reported);
  const parts = partsOf(normal, spoken === null ? reported : spoken - 1, spoken);
  return spoken === null && parts.length === 0 ? null : { spoken, parts };
}

/** The part that an offset lies in. */
export function partAt(report: Report | null, offset: number): Part | undefined {
  return report?.parts.find(({ start, end }) => start <= offset && offset < end);
}

/** A meeting of the year reported on is what an entry tells of, not where it was spoken. */
function spokenIn(head: string, reported: number | null): number | null {
  const digits = speech.exec(head)?.[1] ?? title.exec(head)?.[1];
  if (digits === undefined) return null;
  const year = yearNumber(digits);
  return reported === null || year > reported ? year : null;
}

/** ——2006年3月5日在第十届全国人民代表大会第四次会议上. */
const speech = new RegExp(
  `(?<!\\d)(${YEAR_DIGITS})年\\d{1,2}月\\d{1,2}日在[^。;]{1,40}(?:会议|大会|全会)上`,
);
const title = new RegExp(
  `^\\s*(${YEAR_DIGITS})年[^\\d。;\\n]{0,12}政府工作报告(?![提确指明中里的])`,
);
const speechWithin = 400;

function partsOf(normal: string, reported: number | null, spoken: number | null): Part[] {
  const parts = headingsOf(normal, (heading) => timeOf(heading, reported, spoken));
  const timed = parts.some(({ year, ahead, period }) => ahead || year !== null || period !== null);
  return timed ? parts : [];
}

/**
 * The headings that count on: 一、 inside 三、 begins a list. A list of contents before them gives
 * way to them, and so does a line of a list to a heading of its number that tells a time.
 */
function headingsOf(normal: string, timeOfHeading: (heading: string) => Time): Part[] {
  const parts: { -readonly [K in keyof Part]: Part[K] }[] = [];
  for (const { index, groups = {} } of normal.matchAll(headingLine)) {
    const heading = (groups.name as string).trim();
    const number = itemNumber(groups.number as string);
    const part = { start: index, end: normal.length, heading, ...timeOfHeading(heading) };
    if (number === 1 && parts[0]?.heading === heading) parts.length = 0;
    const last = parts.at(-1);
    if (number === parts.length && last !== undefined && !tellsTime(last) && tellsTime(part)) {
      parts.pop();
    }
    if (number !== parts.length + 1) continue;
    const before = parts.at(-1);
    if (before !== undefined) before.end = index;
    parts.push(part);
  }
  return parts;
}

function tellsTime({ year, period, back, ahead }: Time): boolean {
  return year !== null || period !== null || back || ahead;
}

const headingLine =
  /(?<=^|\n)[ \t]*(?<number>十[一二]|[一二三四五六七八九十])、(?<name>[^\n。;]{2,40})(?=\n)/g;

type Time = Omit<Part, 'heading' | keyof Span>;

function timeOf(heading: string, reported: number | null, spoken: number | null): Time {
  const back = looksBack.test(heading);
  // “十四五”时期发展成就和“十五五”时期主要目标: both, in turn.
  if (back && /[和与及,].*(?:目标|任务|安排)/.test(heading)) return { ...noTime, back };
  const span = years.exec(heading)?.[0] ?? null;
  const printed = span === null ? printedYear.exec(heading)?.[1] : undefined;
  const relative = span === null ? relativeYear(heading, reported, spoken) : null;
  const year = printed === undefined ? relative : yearNumber(printed);
  if (back) return { ...noTime, year, back };
  const period = year === null ? (span ?? stretch.exec(heading)?.[0] ?? null) : null;
  const ahead = looksAhead.test(heading) && year !== reported && (year ?? period) !== null;
  return { year, period, back, ahead };
}

const noTime = { year: null, period: null, back: false, ahead: false } as const;
const looksBack = /回顾|总结|成就|成绩|情况|历程|进展/;
const looksAhead = /目标|任务|工作|安排|部署|要求|建议|打算|思路|重点|展望|计划|草案/;
const printedYear = new RegExp(`(?<!\\d)(${YEAR_DIGITS}) ?年`);
/** 2025—2030年规划目标. */
const years = /(?<!\d)(?:19|20)\d\d年?[-—–~至到](?:19|20)\d\d年/;
const stretch =
  /[“"]?十?[一二三四五六七八九]五[”"]?(?:计划|规划)?(?:时期|期间)|[今未][后来][三五十]年/;

function relativeYear(
  heading: string,
  reported: number | null,
  spoken: number | null,
): number | null {
  if (reported === null) return null;
  if (/去年|上年|过去的?一年|一年来/.test(heading)) return reported;
  if (/明年|下一年/.test(heading)) return (spoken ?? reported) + 1;
  return /今年|本年|新的?一年/.test(heading) ? reported + 1 : null;
}
