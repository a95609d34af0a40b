import type { VolumeInfo } from '../reading/volume.js';
import type { Question } from '../search/question.js';
import type { Answer } from './answer.js';
import type { Choice } from './choose.js';

/** Set by hand, as far as a newer volume's entry may be behind; checked on our training questions. */
export const clarifyTunables = Object.freeze({
  /** Log odds up to which behind the best another region's entry may be meant as well. */
  behind: 3,
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
    const alike =
      choice.fits &&
      choice.score >= top.score - clarifyTunables.behind &&
      choice.asked.length > 0 === top.asked.length > 0 &&
      choice.confidence() >= clarifyTunables.confidence * top.confidence();
    if (alike) found.set(volume.region, volume);
  }
  if (found.size < 2) return [];
  return [...found].map(([region, { year }]) => ({
    label: year === null ? region : `${region} ${year}年`,
    question: `${region}${question.text}`,
  }));
}
