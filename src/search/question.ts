import type { Analyzer, Word } from '../analysis/analyzer.js';
import type { Lexicons, WordGroup } from '../analysis/lexicons.js';
import { normalise } from '../text/normalise.js';
import { overlaps, type Span } from '../text/span.js';
import { type AnswerType, answerType } from './answer-type.js';
import { type Focus, findFocus, isInterrogative } from './focus.js';
import { placesIn, regionsIn } from './named-places.js';
import { findPeriod, type Period } from './period.js';

/** A word of the question that the answer's passage should hold, in one of its forms. */
export interface Unit extends Word {
  /** Other words of the same meaning, normalised. */
  readonly synonyms: readonly string[];
  /** Words of prose that may stand for it in a looser sense: `colloquial.txt`. */
  readonly prose: readonly string[];
  /** A proper name: an answer must be about it. */
  readonly isName: boolean;
  /** A place below the regions, of `places.txt`. */
  readonly isPlace: boolean;
  /** A noun rather than a verb or what belongs to one. */
  readonly isNoun: boolean;
  /** Says nothing that an answer must repeat: 情况, 数据, 万吨. */
  readonly isPlain: boolean;
}

/** A question understood: a pure function of its text, the lexicons and today's date. */
export interface Question {
  /** As asked, white space trimmed. */
  readonly text: string;
  readonly normal: string;
  /** All its words, in order. */
  readonly words: readonly Word[];
  readonly answerType: AnswerType;
  /** The years and editions asked for. */
  readonly period: Period;
  /** Regions named, by the first name of their lexicon line. */
  readonly regions: readonly string[];
  /** Regions, other places and what is called by a name (虎门大桥), each in all its forms. */
  readonly places: readonly WordGroup[];
  /** Phrases in quotation marks or brackets, normalised: to be found letter by letter. */
  readonly quoted: readonly string[];
  /** What the question is about, in order: no stop words, no years, no regions. */
  readonly units: readonly Unit[];
  /** Years and regions as asked: they help a passage but are not its subject. */
  readonly context: readonly string[];
  /** The words that ask, and the noun that the answer belongs to. */
  readonly focus: Focus;
  /** Stop words, as asked: what was taken for polite or empty. */
  readonly ignored: readonly string[];
}

/** @param today for 去年, 今年 */
export type Understand = (text: string, today: Date) => Question;

/**
 * The analyzer must keep the lexicons' words whole, as one made with {@link lexiconWords} does.
 *
 * @param placed whether volumes are of regions; else one that is named is a word like any other
 */
export function createUnderstanding(
  analyzer: Analyzer,
  lexicons: Lexicons,
  placed = true,
): Understand {
  const regionOf = new Map(lexicons.regions.flatMap((group) => group.map((form) => [form, group])));
  const synonymsOf = new Map(
    lexicons.synonyms.flatMap((group) =>
      group.map((form) => [form, group.filter((other) => other !== form)]),
    ),
  );

  return (text, today) => {
    const trimmed = text.trim();
    const normal = normalise(trimmed);
    const period = findPeriod(normal, today);
    const words = analyzer.words(normal);
    const dated = (word: Span) => period.spans.some((span) => overlaps(span, word));
    const named = regionsIn(normal, words, regionOf).filter((one) => !dated(one));
    const regions = placed ? named : [];
    const rest = words.filter(
      (word) => !dated(word) && !regions.some((region) => overlaps(region, word)),
    );
    const isName = ({ text, kind }: Word) =>
      lexicons.places.has(text) || (kind === 'han' && text.length > 1 && analyzer.isName(text));
    const isKnown = ({ text }: Word) => lexicons.places.has(text);
    const isProper = (word: Word) =>
      isName(word) || (word.kind === 'han' && analyzer.wordsAmong([word.text]).length === 0);
    const phrases = phrasesIn(normal, words, lexicons);
    const content = rest.filter(
      (word) => !lexicons.stopWords.has(word.text) && !isInterrogative(word, isName(word)),
    );
    return {
      text: trimmed,
      normal,
      words,
      answerType: answerType(normal),
      period,
      regions: [...new Set(regions.map(({ forms }) => forms[0] as string))],
      places: [
        ...named.map(({ forms }) => forms),
        ...placesIn(normal, words, named, { isKnown, isProper }),
      ],
      quoted: quotedIn(normal),
      // Written out: the engine keeps what a spread made of objects until the whole heap is collected.
      units: content.map((word) => ({
        start: word.start,
        end: word.end,
        text: word.text,
        kind: word.kind,
        synonyms: synonymsOf.get(word.text) ?? [],
        prose: [...proseOf(word.text, lexicons), ...ofPhrases(phrases, word)],
        isName: isName(word),
        isPlace: lexicons.places.has(word.text),
        isNoun: word.kind !== 'han' || analyzer.isNoun(word.text),
        isPlain: lexicons.plainWords.has(word.text) || measure.test(word.text),
      })),
      context: [
        ...period.spans.map(({ start, end }) => normal.slice(start, end)),
        ...regions.map(({ start, end }) => normal.slice(start, end)),
      ],
      focus: findFocus(normal, content),
      ignored: rest.filter((word) => !content.includes(word)).map(({ text }) => text),
    };
  };
}

/**
 * The question about other units. Written out, as {@link withSynonyms} is: to the engine what a spread
 * makes is of another shape, and all that reads a question would be compiled once more for it.
 */
export function withUnits(question: Question, units: readonly Unit[]): Question {
  return {
    text: question.text,
    normal: question.normal,
    words: question.words,
    answerType: question.answerType,
    period: question.period,
    regions: question.regions,
    places: question.places,
    quoted: question.quoted,
    units,
    context: question.context,
    focus: question.focus,
    ignored: question.ignored,
  };
}

export function withSynonyms(unit: Unit, synonyms: readonly string[]): Unit {
  return {
    start: unit.start,
    end: unit.end,
    text: unit.text,
    kind: unit.kind,
    synonyms,
    prose: unit.prose,
    isName: unit.isName,
    isPlace: unit.isPlace,
    isNoun: unit.isNoun,
    isPlain: unit.isPlain,
  };
}

/** 多少万吨: what is counted in, not what is counted. */
const measure =
  /^(?:每|[十百千万亿]*)(?:元|平方?|平米|立方?|吨|美元|公斤|斤|亩|公顷|平方米|平方公里|公里|米|度|千瓦时|千瓦|立方米|人次|人|户|次|件|个|项|家|座|条|种|所|天|年|岁|倍|套|辆|架|艘|部|期|列|篇|名|位|届|公分|标箱|箱|%|棵|株|头|只|张|块|点|成|对|间|宗|处|届|场|轮|回|趟|份|分钟|小时|月|周)$/;

/** 砍掉 as 砍: what follows a verb of one character changes nothing of what is done. */
function proseOf(word: string, { colloquial }: Lexicons): readonly string[] {
  const verb = /^(.)[了掉过到出成好完上下住起走来去]$/.exec(word)?.[1] ?? '';
  return colloquial.get(word) ?? colloquial.get(verb) ?? [];
}

interface Phrase extends Span {
  readonly prose: readonly string[];
}

/** Looser words that a question's text cuts in several: 快递员, 盖好. Each of its words is told by them. */
function phrasesIn(normal: string, words: readonly Word[], { colloquial }: Lexicons): Phrase[] {
  return words.flatMap(({ start }, i) =>
    words.slice(i + 1, i + mostWords).flatMap(({ end }) => {
      const prose = colloquial.get(normal.slice(start, end));
      return prose === undefined ? [] : [{ start, end, prose }];
    }),
  );
}

/** A looser word is cut in so many at most. */
const mostWords = 4;

function ofPhrases(phrases: readonly Phrase[], word: Span): readonly string[] {
  return phrases.flatMap((phrase) => (overlaps(phrase, word) ? phrase.prose : []));
}

/** The words that index and query must keep whole. */
export function lexiconWords({ words, synonyms, regions, places }: Lexicons): readonly string[] {
  return [...words, ...synonyms.flat(), ...regions.flat(), ...places];
}

function quotedIn(normal: string): string[] {
  const phrases: string[] = [];
  for (const [, phrase] of normal.matchAll(
    /[“"「『《【]([^“”"「」『』《》【】]{2,})[”"」』》】]/g,
  )) {
    phrases.push(phrase as string);
  }
  return phrases;
}
