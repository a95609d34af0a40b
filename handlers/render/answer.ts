import type { Answer, CitedEntry } from '../../src/answer/answer.js';
import { figureDetails, figureValue } from '../../src/answer/figure-words.js';
import { matchedSpans } from '../../src/answer/quote.js';
import { readingWords } from '../../src/answer/reading-words.js';
import type { Language } from '../../src/errors.js';
import type { Figure } from '../../src/figures/figure.js';
import { renderChoices } from './choices.js';
import { type Button, backRow, callbackData } from './keyboard.js';
import { type Message, maxMessageChars } from './message.js';
import { shorten, wholeBefore } from './pages.js';
import { bold, folded, italic, plain, type Rich, type Run, toPlain, underline } from './rich.js';
import { renderSilence } from './silence.js';

/** What is shown at most; together they leave room below 4,096 units for any answer. */
const most = Object.freeze({
  askedFigures: 6,
  otherFigures: 5,
  figureChars: 80,
  leadChars: 1500,
  citationChars: 400,
  headingChars: 100,
  readingChars: 300,
  /** An entry up to this length is quoted in the answer itself, folded. */
  entryChars: 900,
});

/**
 * Any answer as one message; how its question was read comes last, where that is not as typed.
 *
 * @param back callback data of the way back to where the answer was chosen, if it was
 */
export function renderAnswer(
  answer: Answer,
  language: Language,
  back: string | null = null,
): Message {
  const { rich, keyboard } = contentOf(answer, language);
  const reading = readingWords(answer, language);
  return {
    rich: reading === null ? rich : [...rich, plain(`\n${shorten(reading, most.readingChars)}`)],
    keyboard: [...keyboard, backRow(back, language)],
  };
}

function contentOf(answer: Answer, language: Language): Message {
  const { status, entry, lead } = answer;
  if (status === 'clarify') return renderChoices(answer, language);
  if (entry === null || lead === null) return renderSilence(answer, language);
  return renderFound(answer, entry, lead, language);
}

/** Asked figure, sentence, other figures, citation; then the entry itself, or a button for it. */
function renderFound(
  { question, interpreted, figures, asked, alternatives }: Answer,
  entry: CitedEntry,
  lead: NonNullable<Answer['lead']>,
  language: Language,
): Message {
  const words = texts[language];
  const others = figures.slice(asked, asked + most.otherFigures);
  const head: Rich = [
    ...figures
      .slice(0, Math.min(asked, most.askedFigures))
      .flatMap((figure, i) => [
        ...(i === 0 ? [] : [plain('\n')]),
        bold(shorten(figureValue(figure), most.figureChars)),
        ...details(figure, language),
      ]),
    ...(asked > 0 ? [plain('\n\n')] : []),
    ...markedLead(
      interpreted?.question ?? question,
      shownLead(lead.text, lead.start, figures[0], asked),
    ),
    ...(others.length > 0 ? [plain(`\n\n${words.others}`)] : []),
    ...others.flatMap((figure) => [
      plain('\n• '),
      plain(shorten(figureValue(figure), most.figureChars)),
      ...details(figure, language),
    ]),
    plain('\n\n'),
    italic(citation(entry)),
  ];
  const whole: Rich = [...head, plain('\n'), folded(entry.text)];
  const complete = lead.text.trim() === entry.text.trim() && lead.text.length <= most.leadChars;
  const room = maxMessageChars - most.readingChars - 1;
  const fits = entry.text.length <= most.entryChars && toPlain(whole).length <= room;
  const open = (id: string, label: string): Button[] => {
    const data = callbackData('e', id, 0, 'a');
    return data === null ? [] : [{ label, data }];
  };
  return {
    rich: complete || !fits ? head : whole,
    keyboard: [
      fits || complete ? [] : open(entry.id, words.whole),
      ...alternatives.slice(0, 3).map(({ id, volume, heading }) => {
        // One heading stands in many volumes; that of the answer need not be told.
        const other = volume === entry.volume ? '' : ` ${volume}`;
        return open(id, `${words.also}【${shorten(heading, 30)}】${other}`);
      }),
    ],
  };
}

/** Volume, sections, heading and author on a line. */
export function citation({ volume, path, heading, author }: CitedEntry): string {
  const by = author === null ? '' : ` (${shorten(author, 60)})`;
  const place = shorten([volume, ...path].join(' · '), most.citationChars - 2 * most.headingChars);
  return `—— ${place} 【${shorten(heading, most.headingChars)}】${by}`;
}

function details(figure: Figure, language: Language): Run[] {
  const words = figureDetails(figure, language).join(' · ');
  return words === '' ? [] : [plain(`  ${shorten(words, most.figureChars)}`)];
}

/** The sentence, or of a very long one the part around the asked figure. */
function shownLead(text: string, offset: number, first: Figure | undefined, asked: number): string {
  const lead = text.trim();
  if (lead.length <= most.leadChars) return lead;
  const figureAt = asked > 0 && first !== undefined ? first.start - offset : 0;
  if (figureAt < most.leadChars / 2) return shorten(lead, most.leadChars);
  const from = wholeBefore(lead, figureAt - Math.floor(most.leadChars / 2));
  return `…${shorten(lead.slice(from), most.leadChars - 1)}`;
}

function markedLead(question: string, lead: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  // Telegram keeps 100 entities of a message.
  for (const { start, end } of matchedSpans(question, lead).slice(0, 60)) {
    runs.push(plain(lead.slice(at, start)), underline(lead.slice(start, end)));
    at = end;
  }
  return [...runs, plain(lead.slice(at))];
}

const texts = {
  zh: {
    others: '同条其他数据：',
    whole: '📖 全文',
    also: '另见',
  },
  en: {
    others: 'Other figures of the entry:',
    whole: '📖 Whole entry',
    also: 'See also ',
  },
} as const satisfies Record<Language, Record<string, string>>;
