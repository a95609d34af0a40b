import { countBelow } from '../text/ascending.js';
import { partAt, reportOf } from '../text/report.js';
import { YEAR_DIGITS, yearNumber } from '../text/years.js';
import type { Figure } from './figure.js';

export interface YearChoice {
  readonly year: number | null;
  readonly yearFrom: Figure['yearFrom'];
  readonly period?: string;
}

interface YearPrint {
  readonly at: number;
  readonly year: number | null;
  /** Printed after 由 or 从: the time of a pair's first value, not what the text is about. */
  readonly from?: boolean;
  readonly period?: string;
}

/** Finds which year a number speaks of, by the order of the guide. */
export interface Years {
  choose(place: YearPlace): YearChoice;
  /** Whether a number of a year stands in a part of a report that tells what is to come, then or later. */
  isAhead(offset: number, year: number | null): boolean;
}

export interface YearPlace {
  readonly indicator: string;
  readonly clauseStart: number;
  readonly sentenceStart: number;
  /** Offset of the number. */
  readonly at: number;
  /** A year printed for this number alone (由2005年的3家). */
  readonly ownYear: number | null;
  /** Years at or after this offset belong to the first value of a from–to pair. */
  readonly ignoreFrom: number | null;
}

const YEAR = new RegExp(
  `(${YEAR_DIGITS})年(?:度)?|(去年|上年|今年|本年)|((?:[两三四五六七八九十]|近[三五十]|过去[三五十]|[0-9]{1,2})年来(?!水)|第[一二三四五六七八九十]{1,3}个五年计划(?:期间|时期)?|(?:[“"]?十[一二三四五]?五[”"]?|[“"][一二三四五六七八九]五[”"])(?:计划)?(?:时期|期间|以来)|过去的[五三十]年|过去[五三十]年|五年间|五年(?:合计|累计|共|新增|平均)|(?<=^|[。,;\n\u3000 ])[两三四五六七八九十]年(?=累计|共|新增|新建|[中间内里]|全[国省市区县社]|国家|中央|各级)|[“"]?十[一二三四]五[”"]?(?=年均|平均|末))`,
  'g',
);
/** A year in a comparison or a document number dates nothing. */
const IN_BASE = /(?:比|较|与|同|和|相对于|对比|是|为|相当于)$/;
/** 恢复到2019年的112%: a share of another year's value. */
const COMPARED = /(?:恢复到|恢复至|回到|相当于|达到|[达为是])$/;
const PART = /^(?:同期|末|底)?(?:水平)?(?:[^,;。、]{0,24}的)?[0-9.]+(?:%|倍|成)/;
const FUTURE = /(?:到|至)$/;
const IN_NAME = /^(?:[0-9]+号|版|卷|规划|行动|计划(?![\u4e00-\u9fff])|计划[的草规指执报情]|战略)/;

/** 根据1980年计划,积累率降到: by the plan for a year. */
const BY_PLAN = /(?:根据|按照?)$/;

/** The year a heading names, which is printed before every other. */
function headed(heading: string): { readonly year: number } | undefined {
  const hit = IN_INDICATOR.exec(heading);
  return hit === null ? undefined : { year: yearNumber(hit[1]!) };
}

const IN_INDICATOR = new RegExp(`(${YEAR_DIGITS})年`);

/**
 * Reads the years of a text once; `choose` is a binary search. Of a report each paragraph is read as
 * an entry of its own, of the year that the heading of its part tells.
 */
export function yearsOf(normal: string, defaultYear: number | null, heading = ''): Years {
  const report = reportOf(normal, defaultYear);
  const lastYear = report?.spoken == null ? defaultYear : report.spoken - 1;
  const prints: YearPrint[] = [];
  let skippedTo = -1;
  for (const hit of normal.matchAll(YEAR)) {
    const before = normal.slice(Math.max(0, hit.index - 3), hit.index);
    const after = normal.slice(hit.index + hit[0].length, hit.index + hit[0].length + 4);
    if (
      (IN_BASE.test(before) && (hit[1] === undefined || !/[是为和]$/.test(before))) ||
      (IN_NAME.test(after) && !BY_PLAN.test(before)) ||
      /[〔[“《]$/.test(before)
    ) {
      skippedTo = hit.index + hit[0].length;
      continue;
    }
    if (
      COMPARED.test(normal.slice(Math.max(0, hit.index - 4), hit.index)) &&
      PART.test(normal.slice(hit.index + hit[0].length, hit.index + hit[0].length + 34))
    ) {
      skippedTo = hit.index + hit[0].length;
      continue;
    }
    if (isGround(normal, hit.index, hit.index + hit[0].length)) continue;
    // 是1950年到2002年的总和: a year that dates nothing takes the end of its span along.
    if (/[到至—-]$/.test(before) && skippedTo === hit.index - 1) continue;
    if (/^(?:末|底|初|同期)?(?:相比|增|减|下降|提高)/.test(after) && IN_BASE.test(before)) continue;
    if (hit[3] !== undefined) prints.push({ at: hit.index, year: null, period: hit[3] });
    else if (hit[2] !== undefined) {
      if (/^(?:同期|末|底|度)?(?:相比|比|为基)/.test(after)) continue;
      if (hit[2] !== '今年' && lastYear === null) continue;
      const isThis = hit[2] === '今年' || hit[2] === '本年';
      prints.push({ at: hit.index, year: isThis ? thisYear(hit.index) : lastYear });
    } else {
      const from = /[由从]$/.test(before) && !/^(?:起|开始|以[来后])/.test(after);
      prints.push({ at: hit.index, year: yearNumber(hit[1]!), from });
    }
  }
  const dates = ({ at, year, from }: YearPrint) =>
    year !== null && from !== true && !FUTURE.test(normal[at - 1] ?? '');
  const first = headed(heading) ?? prints.find(dates);

  return {
    choose: (place) => {
      const inside = IN_INDICATOR.exec(place.indicator);
      if (inside !== null) return { year: yearNumber(inside[1]!), yearFrom: 'indicator' };
      if (place.ownYear !== null) return { year: place.ownYear, yearFrom: 'clause' };
      let i = countBefore(prints, place.ignoreFrom ?? place.at) - 1;
      while (prints[i]?.from === true && prints[i]!.at < place.clauseStart) i--;
      const print = prints[i];
      if (print !== undefined && print.at >= place.sentenceStart) {
        if (print.period !== undefined) return { year: null, yearFrom: null, period: print.period };
        return {
          year: print.year,
          yearFrom: print.at >= place.clauseStart ? 'clause' : 'sentence',
        };
      }
      if (report !== null) return inReport(place);
      if (first !== undefined) return { year: first.year, yearFrom: 'entry' };
      return { year: defaultYear, yearFrom: defaultYear === null ? null : 'default' };
    },
    isAhead: (offset, year) => {
      const part = partAt(report, offset);
      return part?.ahead === true && (year === null || part.year === null || year >= part.year);
    },
  };

  function thisYear(at: number): number | null {
    const part = partAt(report, at);
    return (part?.ahead === true ? part.year : null) ?? report?.spoken ?? defaultYear;
  }

  function inReport({ at, sentenceStart }: YearPlace): YearChoice {
    const paragraph = normal.lastIndexOf('\n', at - 1) + 1;
    const opening = firstFrom(prints, countBefore(prints, paragraph), sentenceStart, dates);
    if (opening !== undefined) return { year: opening.year, yearFrom: 'entry' };
    const part = partAt(report, at);
    if (part?.year != null) return { year: part.year, yearFrom: 'entry' };
    if (part?.period != null) return { year: null, yearFrom: null, period: part.period };
    return { year: lastYear, yearFrom: lastYear === null ? null : 'default' };
  }
}

/** 在1979到1983年平均每年递增7.9%的基础上: the ground that a later growth is measured from. */
function isGround(normal: string, start: number, end: number): boolean {
  return (
    /在(?:[0-9]{4}年?[到至—-])?$/.test(normal.slice(Math.max(0, start - 7), start)) &&
    /^[^,;。]{1,30}基础上/.test(normal.slice(end, end + 34))
  );
}

/** The first print from a number on that stands before an offset and dates what follows. */
function firstFrom(
  prints: readonly YearPrint[],
  from: number,
  before: number,
  dates: (print: YearPrint) => boolean,
): YearPrint | undefined {
  for (let i = from; i < prints.length && prints[i]!.at < before; i++) {
    if (dates(prints[i]!)) return prints[i];
  }
  return undefined;
}

function countBefore(prints: readonly YearPrint[], offset: number): number {
  return countBelow(prints.length, (i) => prints[i]!.at, offset);
}
