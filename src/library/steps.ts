import type { Language } from '../errors.js';

/** What building and loading a generation is made of, in order. */
export type Step = 'read' | 'segment' | 'extract' | 'index' | 'save' | 'load';

/** Told how far a step is; `total` 1 where it cannot be counted. */
export type OnStep = (step: Step, done: number, total: number) => void;

/** @example stepText('extract', 64, 800, 'zh') // '提取数据 64/800 …' */
export function stepText(step: Step, done: number, total: number, language: Language): string {
  const far = total > 1 ? ` ${done}/${total}` : '';
  return `${texts[step][language]}${far} …`;
}

const texts = {
  read: { zh: '读取语料', en: 'Reading the corpus' },
  load: { zh: '载入索引', en: 'Loading the index' },
  segment: { zh: '切分条目', en: 'Cutting entries' },
  extract: { zh: '提取数据', en: 'Extracting figures' },
  index: { zh: '建立索引', en: 'Indexing' },
  save: { zh: '保存快照', en: 'Saving the snapshot' },
} as const satisfies Record<Step, Record<Language, string>>;
