import type { Figure } from '../figures/figure.js';
import { overlaps } from '../text/span.js';
import { withKind } from './aspect.js';
import { bestOf, type Fitting, type OpenFigure } from './best-figure.js';
import { type Demand, type Demands, otherwise } from './demand.js';
import { movingNames } from './figure-fit.js';
import { isOfTime, tellsPeriod } from './figure-time.js';
import { sharedCharacters } from './shared-characters.js';
import { moves, type StatedFigure } from './stated-figure.js';

/** The best figure of each part; fewer than two where the entry takes the parts for one thing. */
export function eachPart(
  figures: readonly OpenFigure[],
  { parts: asked, apart }: Demands,
  best: Fitting | undefined,
  least: number,
): Fitting[] {
  const parts: Demand[] = [];
  for (const part of asked) parts.push(otherwise(part, { own: ownAlone(part, asked) }));
  if (!apart && best !== undefined && isOfAll(best, asked)) return [];
  const bestAmong = (among: readonly OpenFigure[], demand: Demand) => {
    const match = bestOf(among, demand);
    if (match === undefined || match.score < least) return undefined;
    // What is planned is often told without its year.
    const inTime = demand.aspect.target || isOfTime(match, demand.time);
    const right = hasSide(match.figure, demand) && inTime;
    return right && (apart || names(match, demand)) ? match : undefined;
  };
  const found = new Array<Fitting | undefined>(parts.length);
  const isFound = ({ figure }: StatedFigure) => found.some((one) => one?.figure === figure);
  const asksTwice =
    apart &&
    parts.every(
      ({ normal, aspect, borrowed }) =>
        !borrowed && aspect.kind !== 'rank' && /多少|几/.test(normal),
    );
  // What a part shares with another leads to the other's figure: then its own words choose.
  const ofPart = (demand: Demand) => {
    const match = bestAmong(figures, demand);
    if (match === undefined || !isFound(match)) return match;
    // 全国超收多少、中央超收多少: asked for twice, and stated twice of one name.
    if (names(match, demand) && !asksTwice) return match;
    const others = figures.filter(
      (figure) => !isFound(figure) && names(figure, demand, mostlyNamedBy),
    );
    const beside = figures.filter(
      (figure) => !isFound(figure) && figure.place.sentence === match.place.sentence,
    );
    return bestAmong(others, demand) ?? (apart ? bestAmong(beside, demand) : undefined) ?? match;
  };
  // A figure goes to the part that it fits best: 学校食堂 waits for 集体配餐单位.
  const inTurn = parts
    .map((part, i) => ({ part, i, fit: bestAmong(figures, part)?.score ?? 0 }))
    .sort((one, other) => other.fit - one.fit || one.i - other.i);
  for (const { part, i } of inTurn) {
    // 装机和新能源占比各多少: what has no share is asked for by itself.
    const own = part.borrowed ? ofPart(sideless(part)) : undefined;
    const sided = ofPart(part);
    const match =
      own !== undefined && names(own, part) && !(sided && names(sided, part))
        ? own
        : (sided ?? own);
    if (match !== undefined && !isFound(match)) found[i] = match;
  }
  return found.filter((match) => match !== undefined);
}

function sideless(demand: Demand): Demand {
  return otherwise(demand, { aspect: withKind(demand.aspect, 'level'), unit: null });
}

/** What a part asks for in words that no other part has; all its own where it has none such. */
function ownAlone(part: Demand, parts: readonly Demand[]): Demand['own'] {
  const others = new Set(
    parts.flatMap((other) => (other === part ? [] : other.units.map(({ forms }) => forms[0]))),
  );
  const alone = part.own.filter(
    ({ forms: [word = ''] }) => !others.has(word) && !tellsPeriod(word),
  );
  return alone.length > 0 ? alone : part.own;
}

/** Whether an indicator holds the better half of what a part alone asks for. */
function names({ indicator }: StatedFigure, demand: Demand, holds = namedBy): boolean {
  const own = demand.own.filter(({ forms: [word = ''] }) => !tellsPeriod(word));
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  const plain = indicator.replaceAll('的', '');
  const held = own
    .filter(({ forms }) => forms.some((form) => holds(form, plain)))
    .reduce((sum, { weight }) => sum + weight, 0);
  return held > total / 2;
}

function namedBy(form: string, name: string): boolean {
  return name.includes(form) || isShortFor(form, name);
}

/** 学校食堂 for 中小学食堂. */
function mostlyNamedBy(form: string, name: string): boolean {
  return namedBy(form, name) || sharedCharacters(form, name) >= 0.75;
}

/** 农村居民收入 for 农村居民人均纯收入: all of it in order, the beginning and the end at theirs. */
function isShortFor(form: string, name: string): boolean {
  if (form.length < 4 || !name.startsWith(form.slice(0, 2)) || !name.endsWith(form.slice(-2)))
    return false;
  let at = 0;
  for (const character of form) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** 养老、失业、工伤保险: whether an indicator names two parts, each by words of their own. */
function isOfAll({ indicator }: StatedFigure, parts: readonly Demand[]): boolean {
  const named = parts.flatMap((part) => {
    const others = parts.filter((other) => other !== part);
    const own = part.own.filter((unit) => !others.some((other) => hasWord(other, unit)));
    const spans = own.flatMap(({ forms }) => {
      const form = forms.find((one) => indicator.includes(one));
      const start = form === undefined ? -1 : indicator.indexOf(form);
      return form === undefined ? [] : [{ start, end: start + form.length }];
    });
    return spans.length * 2 > own.length ? [spans] : [];
  });
  return named.some((spans, i) =>
    named.slice(0, i).some((others) => !spans.some((a) => others.some((b) => overlaps(a, b)))),
  );
}

function hasWord({ units }: Demand, { at }: Demand['own'][number]): boolean {
  return units.some((unit) => unit.at === at);
}

/** A part that asks for a side is answered by no other. */
function hasSide(figure: Figure, { aspect: { kind } }: Demand): boolean {
  if (kind === 'rank') return figure.rank !== null;
  if (kind === 'share') return !moves(figure) && figure.kind !== 'rank';
  if (kind !== 'growth') return figure.kind !== 'rank';
  return moves(figure) || figure.kind === 'count' || movingNames.test(figure.indicator);
}
