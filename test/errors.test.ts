import { expect, it, describe as suite } from 'vitest';
import { describe, messageOf, NianjianError, problemCodes } from '../src/errors.js';

/** Names of the places that a code's text leaves for details, in one language. */
function placeholders(code: (typeof problemCodes)[number], language: 'zh' | 'en'): string[] {
  const asked = new Set<string>();
  const detail = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return 'x';
      },
    },
  );
  messageOf({ code, detail, place: {} }, language);
  return [...asked].sort();
}

suite('the texts of problems', () => {
  it.each(problemCodes)('of %s ask for the same details in Chinese and English', (code) => {
    expect(placeholders(code, 'en')).toEqual(placeholders(code, 'zh'));
  });

  it.each(problemCodes)(
    'of %s are Chinese in Chinese, English in English, and sentences',
    (code) => {
      const problem = { code, detail: {}, place: {} };
      expect(messageOf(problem, 'zh')).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(messageOf(problem, 'en')).toMatch(/^[A-Z“-].*[a-z].*\.$/s);
      expect(messageOf(problem, 'en').replace(/【.*?】|“.*?”/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it('name what they take details from', () => {
    expect(placeholders('snapshot-format', 'zh')).toEqual(['found', 'wanted']);
    expect(placeholders('entry-long', 'en')).toEqual(['heading', 'length']);
  });
});

suite('a problem', () => {
  const problem = (place: { file?: string; line?: number }) =>
    ({ code: 'entry-empty', detail: { heading: '金融' }, place }) as const;

  it.each([
    [{ file: 'a.txt', line: 7 }, /^a\.txt:7: 条目【金融】没有正文/],
    [{ file: 'a.txt' }, /^a\.txt: 条目【金融】没有正文/],
    [{}, /^条目【金融】没有正文/],
  ])('says where it is: %j', (place, expected) => {
    expect(describe(problem(place), 'zh')).toMatch(expected);
  });

  it('fills a detail in as it is, though it looks like a place for another', () => {
    const odd = {
      code: 'entry-empty',
      detail: { heading: '{heading}$&{file}' },
      place: {},
    } as const;
    expect(messageOf(odd, 'zh')).toContain('【{heading}$&{file}】');
  });

  it('keeps braces that are no place for a detail', () => {
    const line = { code: 'batch-line', detail: { reason: 'JSON' }, place: {} } as const;
    expect(messageOf(line, 'en')).toContain('{"question": …} (JSON)');
  });

  it('is thrown with its English text, code, place and cause', () => {
    const cause = new Error('EACCES');
    const error = new NianjianError(
      'entry-empty',
      { heading: '金融' },
      { file: 'a.txt' },
      { cause },
    );
    expect(error).toMatchObject({
      name: 'NianjianError',
      message: describe(problem({ file: 'a.txt' }), 'en'),
      problem: problem({ file: 'a.txt' }),
      cause,
    });
  });
});
