import type { Answer } from '../answer/answer.js';
import { figureDetails, figureValue } from '../answer/figure-words.js';
import { choosingWords, readingWords } from '../answer/reading-words.js';
import type { Language } from '../errors.js';
import type { Figure } from '../figures/figure.js';

/** Figures shown beside those asked for. */
const otherFigures = 8;

export interface RenderOptions {
  readonly language: Language;
  /** Terminal escapes; plain text without. */
  readonly colour: boolean;
}

/**
 * An answer for the terminal: asked figure, sentence, other figures, citation; or numbered choices;
 * or that there is none. How the question was read comes last, where that is not as typed.
 */
export function renderAnswer(answer: Answer, { language, colour }: RenderOptions): string {
  const style = colour ? escapes : plain;
  const reading = readingWords(answer, language);
  return [
    contentOf(answer, language, style),
    ...(reading === null ? [] : [style.faint(reading)]),
  ].join('\n');
}

function contentOf(answer: Answer, language: Language, style: Style): string {
  const words = texts[language];
  if (answer.status === 'clarify') {
    const lines = answer.choices.map(({ label }, i) => `  ${i + 1}. ${label}`);
    return [style.strong(choosingWords[language]), ...lines].join('\n');
  }
  if (answer.entry === null || answer.lead === null) {
    const nearest = answer.nearest.map(({ volume, heading }) => `  ${volume} 【${heading}】`);
    return [
      style.strong(words.none),
      answer.reason ?? '',
      ...(nearest.length > 0 ? [words.nearest, ...nearest] : []),
    ]
      .filter((line) => line !== '')
      .join('\n');
  }
  const { entry, lead, figures, asked, alternatives } = answer;
  const line = (figure: Figure, value: (text: string) => string) =>
    `${value(figureValue(figure))}  ${figureDetails(figure, language).join(' · ')}`;
  const others = figures.slice(asked, asked + otherFigures);
  const left = figures.length - asked - others.length;
  const place = [entry.volume, ...entry.path].join(' · ');
  return [
    ...figures.slice(0, asked).map((figure) => line(figure, style.strong)),
    lead.text.trim(),
    ...(others.length > 0 ? [style.faint(words.figures)] : []),
    ...others.map((figure) => `  ${line(figure, (text) => text)}`),
    ...(left > 0 ? [`  ${words.more.replace('{n}', String(left))}`] : []),
    style.faint(
      `—— ${place} 【${entry.heading}】${entry.author === null ? '' : ` (${entry.author})`} ` +
        `${entry.source.file}:${entry.source.line}`,
    ),
    ...alternatives.map(({ volume, heading }) =>
      style.faint(`   ${words.also} ${volume} 【${heading}】`),
    ),
  ].join('\n');
}

interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const escapes: Style = {
  strong: (text: string) => `\u001b[1;32m${text}\u001b[0m`,
  faint: (text: string) => `\u001b[2m${text}\u001b[0m`,
};
const plain: Style = { strong: (text: string) => text, faint: (text: string) => text };

const texts = {
  zh: {
    none: '没有找到',
    nearest: '最接近的条目：',
    figures: '同条其他数据：',
    more: '……另有 {n} 项',
    also: '另见',
  },
  en: {
    none: 'No answer found',
    nearest: 'Nearest headings:',
    figures: 'Other figures of the entry:',
    more: '… {n} more',
    also: 'see also',
  },
} as const;
