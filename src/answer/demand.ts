import type { WeightedUnit } from '../search/evidence.js';
import type { Question } from '../search/question.js';
import { type Aspect, aspectKindOf, aspectOf, isAspectWord } from './aspect.js';
import { tellsEarlier, type WantedTime, wantedTime } from './figure-time.js';
import { type Part, type PlacedUnit, partsOf } from './question-parts.js';
import { type WantedUnit, wantedUnit } from './wanted-unit.js';

/** One figure that a question asks for. */
export interface Demand {
  /** The normalised question. */
  readonly normal: string;
  /** What the figure is of: units without words of aspect or time, weighted. */
  readonly units: readonly WeightedUnit[];
  /** Those of the units that no other demand of the question has; all where there is one demand. */
  readonly own: readonly WeightedUnit[];
  readonly aspect: Aspect;
  readonly unit: WantedUnit;
  readonly time: WantedTime;
  /** Years and regions as asked. */
  readonly context: readonly string[];
}

/** The figures a question asks for, in its order. */
export interface Demands {
  /** The question as one. */
  readonly whole: Demand;
  /** Two at least; empty where it asks for one figure. */
  readonly parts: readonly Demand[];
  /**
   * Whether the question says that its parts are apart: 分别, 各, an asking word each, two sides of
   * one thing. Otherwise 养老和失业保险 may be one thing or two, as the entry has it.
   */
  readonly apart: boolean;
}

/** @param units of the question, each weighted, in its order */
export function demandsOf(question: Question, units: readonly WeightedUnit[]): Demands {
  const { normal, period, context } = question;
  const placed = headFirst(
    normal,
    units
      .map((unit, i) => ({ ...unit, at: question.units[i]?.start ?? 0 }))
      .filter(({ forms: [word = ''] }) => !isAspectWord(word) && !tellsEarlier(word)),
  );
  const whole: Demand = {
    normal,
    units: placed,
    own: placed,
    aspect: aspectOf(question),
    unit: wantedUnit(normal),
    time: wantedTime(normal, period.years),
    context,
  };
  const { parts, apart } = partsOf(question, placed);
  const distinct = parts.length > 1 ? parts.map((part) => demandOf(part, whole)) : [];
  if (distinct.length > 1) return { whole, parts: distinct, apart };
  const { years } = period;
  const yearly = period.spans.length > 1 && years.length === period.spans.length;
  return {
    whole,
    parts: yearly
      ? years.map((year) => ({ ...whole, time: { ...whole.time, years: [year] } }))
      : [],
    apart: true,
  };
}

function demandOf({ text, kind, units, own }: Part, whole: Demand): Demand {
  return {
    ...whole,
    normal: text,
    units,
    own,
    aspect: { ...whole.aspect, kind: kind ?? whole.aspect.kind },
    unit: wantedUnit(text) ?? (aspectKindOf(text) === null ? whole.unit : null),
  };
}

/** 口岸进出的外国游客: what stands before 的 only describes what stands after it. */
function headFirst(normal: string, units: readonly PlacedUnit[]): PlacedUnit[] {
  const head = normal.lastIndexOf('的', units.at(-1)?.at);
  return units.map((unit) => (unit.at < head ? { ...unit, weight: unit.weight * 0.7 } : unit));
}
