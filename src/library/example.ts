import type { Ask } from '../answer/ask.js';
import type { Catalogue } from './entries.js';

/** Entries tried before a corpus is taken to have no example; each costs two questions. */
const most = 12;

/**
 * A question that the corpus answers with a figure, to show how to ask; null where none of some
 * entries gives one. The newest volume first; the same for the same corpus.
 */
export async function exampleQuestion(
  ask: Ask,
  { volumes }: Pick<Catalogue, 'volumes'>,
): Promise<string | null> {
  const sections = volumes.toReversed().flatMap((volume) => volume.sections);
  const step = Math.max(1, Math.floor(sections.length / most));
  for (let tried = 0; tried < most && tried * step < sections.length; tried++) {
    const [title] = sections[tried * step]?.entries.slice(0, 1) ?? [];
    if (title === undefined) continue;
    const { entry, figures } = await ask(title.heading);
    const told = figures.find(
      ({ kind, indicator, indicatorVerbatim: verbatim }) =>
        (kind === 'level' || kind === 'count') &&
        verbatim &&
        /^[^\P{Script=Han}的和与及等]{3,8}$/u.test(indicator),
    );
    if (entry === null || told === undefined) continue;
    const question = `${told.year === null ? '' : `${told.year}年`}${told.indicator}是多少？`;
    const answer = await ask(question);
    const [first] = answer.figures;
    if (answer.asked > 0 && answer.entry?.id === entry.id && first?.start === told.start) {
      return question;
    }
  }
  return null;
}
