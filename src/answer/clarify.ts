import type { VolumeInfo } from '../reading/volume.js';
import type { Question } from '../search/question.js';
import type { Answer } from './answer.js';
import type { Choice } from './choose.js';

/** Set by hand, checked on our training questions: of .1, .2 and .3 for the figure .2 was best. */
export const clarifyTunables = Object.freeze({
  /** Log odds up to which behind the best another region's entry may be meant as well. */
  behind: 3,
  /** How much less its figure may fit, of about 1. */
  figure: 0.2,
  /** Of the best one's confidence, the share that such an entry has at least. */
  confidence: 0.75,
});

/**
 * What to ask back where a question names no region and several regions answer it about as well:
 * one choice a region, the best first, each with the question as it would have been asked. None
 * where one region answers clearly better.
 *
 * @param choices the entries that may answer, best first
 */
export function regionChoices(
  question: Question,
  choices: readonly Choice[],
  volumes: readonly VolumeInfo[],
): Answer['choices'] {
  const [top] = choices;
  if (top === undefined || question.regions.length > 0) return [];
  const found = new Map<string, VolumeInfo>();
  for (const choice of choices) {
    const volume = volumes[choice.entry.volume];
    if (volume?.region == null || found.has(volume.region)) continue;
    if (isAsGood(choice, top)) found.set(volume.region, volume);
  }
  if (found.size < 2) return [];
  return [...found].map(([region, { year }]) => ({
    label: year === null ? region : `${region} ${year}年`,
    question: `${region}${question.text}`,
  }));
}

/**
 * Whether another region's entry is meant as well: it bears the name that the question is, or its
 * figure fits about as well, in whatever words, or what it says is about as near.
 */
function isAsGood(choice: Choice, top: Choice): boolean {
  if (!choice.fits || !choice.isSure()) return false;
  if (choice.evidence().named > 0 && top.evidence().named > 0) return true;
  const figure = choice.asked[0];
  const best = top.asked[0];
  if (figure !== undefined && best !== undefined) {
    return figure.score >= best.score - clarifyTunables.figure;
  }
  return (
    figure === best &&
    choice.score >= top.score - clarifyTunables.behind &&
    choice.confidence() >= clarifyTunables.confidence * top.confidence()
  );
}
