import type { CorpusFile } from '../../src/reading/corpus.js';
import { type FileEntry, type FileTree, segmentFile } from '../../src/segment/file.js';

/** A decoded file of 草原年鉴 2023卷. */
export function fileOf(text: string, section: string | null = null): CorpusFile {
  return {
    file: '卷.txt',
    text,
    encoding: 'utf-8',
    section,
    problems: [],
    volume: {
      title: '草原年鉴',
      name: '草原年鉴 2023卷',
      edition: 2023,
      year: 2022,
      region: '草原',
    },
  };
}

export function segment(text: string, section: string | null = null): FileTree {
  return segmentFile(fileOf(text, section));
}

/** `path/heading: text (author)`, an entry a line; line breaks as ⏎. */
export function outline(text: string, section: string | null = null): string[] {
  return segment(text, section).entries.map(lineOf);
}

function lineOf({ path, heading, text, author }: FileEntry): string {
  const by = author === null ? '' : ` (${author})`;
  return `${[...path, heading].join('/')}: ${text.replaceAll('\n', '⏎')}${by}`;
}

/** Characters that are not white space. */
export function inked(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The source without a file's entries, as inked lines: what was taken for furniture, sections, headings. */
export function leftOver(source: string, { entries }: FileTree): string[] {
  const units = source.split('');
  for (const { origin } of entries) {
    for (const { source: from, length } of origin) units.fill('\n', from, from + length);
  }
  return units
    .join('')
    .split(/[\n\r]+/)
    .map(inked)
    .filter((line) => line !== '');
}
