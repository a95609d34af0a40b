import type { Language } from '../errors.js';
import type { VolumeInfo } from '../reading/volume.js';
import type { Question } from '../search/question.js';
import type { Choice } from './choose.js';
import { placesMissing, regionsOf, type Scope, yearsOf } from './scope.js';

/** Why a text is no question at all, or null. */
export function blankReason({ normal, units }: Question, language: Language): string | null {
  if (normal === '') return texts.empty[language];
  if (!/[\p{L}\p{N}]/u.test(normal)) return texts.wordless[language];
  const isNumber = /^[\p{N}\p{P}\s%零〇一二三四五六七八九十百千万亿]+$/u.test(normal);
  return units.length === 0 || isNumber ? texts.contentless[language] : null;
}

/**
 * Why a question has no answer: the year, the region, a place, or nothing close enough.
 *
 * @param choices the entries that were looked at, best first
 */
export function silenceReason(
  question: Question,
  scope: Scope,
  choices: readonly Choice[],
  volumes: readonly VolumeInfo[],
  language: Language,
): string {
  const { absentYears, absentRegions } = scope;
  if (absentYears.length > 0) {
    return texts.year[language]
      .replace('{absent}', listed(absentYears, language))
      .replace('{present}', listed(yearsOf(volumes), language));
  }
  if (absentRegions.length > 0) {
    return texts.region[language]
      .replace('{absent}', listed(absentRegions, language))
      .replace('{present}', listed(regionsOf(volumes), language));
  }
  const absentPlaces = choices
    .map(({ entry }) => placesMissing(question, volumes[entry.volume]?.name ?? '', entry))
    .reduce<string[] | null>(
      (all, own) => all?.filter((place) => own.includes(place)) ?? own,
      null,
    );
  if (absentPlaces !== null && absentPlaces.length > 0) {
    return texts.place[language].replace('{absent}', absentPlaces.join('、'));
  }
  return choices.length === 0 ? texts.unknown[language] : texts.unsure[language];
}

/** @example listed([2020, 2021, 2022], 'en') === '2020, 2021 and 2022' */
function listed(items: readonly (string | number)[], language: Language): string {
  if (language === 'zh') return items.join('、');
  return new Intl.ListFormat('en-GB').format(items.map(String));
}

const texts = {
  empty: {
    zh: '问题是空的。请输入要查的内容，例如“地区生产总值增长多少？”',
    en: 'The question is empty. Type what you want to look up, for example “地区生产总值增长多少？”.',
  },
  wordless: {
    zh: '问题里没有文字。请用一句话说明要查的内容。',
    en: 'The question holds no words. Say in a sentence what you want to look up.',
  },
  contentless: {
    zh: '没看出问的是什么。请写出要查的指标或事情，例如“粮食产量是多少？”',
    en: 'The question does not say about what. Name the indicator or subject, for example “粮食产量是多少？”.',
  },
  year: {
    zh: '没有{absent}年的数据；现有{present}年的。',
    en: 'There is nothing on {absent}; the volumes report on {present}.',
  },
  region: {
    zh: '没有{absent}的数据；现有{present}的。',
    en: 'There is nothing on {absent}; the volumes are of {present}.',
  },
  place: {
    zh: '相关条目里没有提到{absent}。',
    en: 'The entries close to it do not mention {absent}.',
  },
  unsure: {
    zh: '现有各卷里没有足够可靠的答案。',
    en: 'The volumes hold no answer that is reliable enough.',
  },
  unknown: {
    zh: '现有各卷里没有提到这件事。',
    en: 'The volumes do not mention it.',
  },
} as const satisfies Record<string, Record<Language, string>>;
