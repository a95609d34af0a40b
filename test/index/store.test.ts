import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStore, openStore } from '../../src/index/store.js';
import { textOf } from '../../src/text/span.js';
import { storedEntry, volumeOf, withoutFigures } from './entries.js';

const volumes = [volumeOf('甲年鉴', 2023), volumeOf('乙年鉴', 2023), volumeOf('丙年鉴', 2024)];

/** Text with all that UTF-16 can hold: astral characters, halves of them, line breaks. */
const text = fc
  .array(
    fc.constantFrom(
      '粮食',
      '。',
      '\n',
      '𠮷',
      '😀',
      '\ud842',
      '\udfb7',
      '\u0000',
      '\ufeff',
      '“',
      '9',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const corpus = fc
  .array(
    fc.record({
      volume: fc.nat({ max: 2 }),
      heading: text,
      path: fc.array(text, { maxLength: 2 }),
      text,
    }),
    { maxLength: 8 },
  )
  .map((entries) =>
    entries
      .sort((a, b) => a.volume - b.volume)
      .map((entry) => storedEntry(entry.heading, entry.text, entry)),
  );

describe('the store', () => {
  it('gives back entries, passages and sentences exactly as they came, also from its parts', () => {
    fc.assert(
      fc.property(corpus, (entries) => {
        const built = buildStore(volumes, entries);
        for (const store of [built, openStore(structuredClone(built.parts))]) {
          expect(store.entryCount).toBe(entries.length);
          expect(entries.map((_, i) => store.entry(i))).toEqual(entries.map(withoutFigures));
          expect(entries.map((_, i) => store.figures(i))).toEqual(
            entries.map(({ figures }) => figures),
          );
          expect(entries.map((_, i) => store.title(i))).toEqual(
            entries.map(({ id, heading, path, author }) => ({ id, heading, path, author })),
          );
          expect(entries.map((_, i) => store.text(i))).toEqual(entries.map(({ text }) => text));
          expect(entries.map((_, i) => store.figuresOf(i).count)).toEqual(
            entries.map(({ figures }) => figures.length),
          );
          let p = 0;
          entries.forEach((entry, i) => {
            expect(store.volumeOf(i)).toBe(entry.volume);
            expect(store.passagesOfEntry(i)).toEqual({ start: p, end: p + entry.passages.length });
            for (const span of entry.passages) {
              expect(store.entryOf(p)).toBe(i);
              expect(store.passage(p)).toEqual(span);
              expect(store.passageText(p)).toBe(textOf(entry.text, span));
              const sentences = store.sentences(p);
              expect(sentences.map((one) => textOf(entry.text, one)).join('')).toBe(
                store.passageText(p),
              );
              for (const sentence of sentences) expect(entry.sentences).toContainEqual(sentence);
              p++;
            }
          });
          expect(store.passageCount).toBe(p);
          expect(store.sentenceCount).toBe(
            entries.reduce((sum, { sentences }) => sum + sentences.length, 0),
          );
        }
      }),
    );
  });

  it('tells the passages of each volume, none for one without entries', () => {
    const long = `${'粮食产量稳定。'.repeat(30)}\n${'工业增长。'.repeat(30)}`;
    const store = buildStore(volumes, [
      storedEntry('农业', '增长。', { volume: 0 }),
      storedEntry('工业', long, { volume: 0 }),
      storedEntry('教育', '扩大。', { volume: 2 }),
    ]);
    expect(store.entry(1).passages).toHaveLength(2);
    expect([0, 1, 2].map((volume) => store.passagesOfVolume(volume))).toEqual([
      { start: 0, end: 3 },
      { start: 0, end: 0 },
      { start: 3, end: 4 },
    ]);
  });

  it('holds nothing where there are no entries', () => {
    const store = buildStore(volumes, []);
    expect([store.entryCount, store.passageCount, store.sentenceCount]).toEqual([0, 0, 0]);
    expect(store.volumes).toEqual(volumes);
    expect(store.passagesOfVolume(0)).toEqual({ start: 0, end: 0 });
  });
});
