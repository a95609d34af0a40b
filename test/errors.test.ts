import { describe, expect, it } from 'vitest';
import {
  describe as describeProblem,
  messageOf,
  NianjianError,
  type Problem,
} from '../src/errors.js';

/** What the warnings of `check` fill in. */
const examples: readonly Problem[] = [
  {
    code: 'file-unreadable',
    detail: { reason: 'EACCES: permission denied' },
    place: { file: '卷.txt' },
  },
  { code: 'file-empty', detail: {}, place: { file: '卷.txt' } },
  { code: 'file-binary', detail: {}, place: { file: '卷.txt' } },
  { code: 'file-too-large', detail: { megabytes: 65, most: 64 }, place: { file: '卷.txt' } },
  { code: 'file-without-entries', detail: {}, place: { file: '卷.txt', line: 1 } },
  { code: 'encoding-unsure', detail: { encoding: 'GB18030' }, place: { file: '卷.txt', line: 1 } },
  {
    code: 'manifest-invalid',
    detail: { reason: 'volumes.0.title: …' },
    place: { file: 'manifest.json' },
  },
  { code: 'manifest-file-missing', detail: {}, place: { file: '卷.txt' } },
  { code: 'heading-unclosed', detail: {}, place: { file: '卷.txt', line: 2 } },
  { code: 'character-lost', detail: {}, place: { file: '卷.txt', line: 2 } },
  { code: 'character-private', detail: { code: 'U+E004' }, place: { file: '卷.txt', line: 2 } },
  { code: 'entry-empty', detail: { heading: '粮食' }, place: { file: '卷.txt', line: 2 } },
  {
    code: 'entry-long',
    detail: { heading: '粮食', length: 20_001 },
    place: { file: '卷.txt', line: 2 },
  },
  { code: 'text-outside', detail: { heading: '草原年鉴' }, place: { file: '卷.txt', line: 2 } },
];

describe('messages', () => {
  it.each(examples)('of $code fill every blank and say a remedy, in both languages', (problem) => {
    const zh = messageOf(problem, 'zh');
    const en = messageOf(problem, 'en');
    for (const message of [zh, en]) {
      expect(message).not.toMatch(/[{}]|undefined|（）|\(\)/);
      for (const value of Object.values(problem.detail)) expect(message).toContain(String(value));
    }
    expect(zh).toMatch(/请.+。$/);
    // Two sentences at least: what happened, and what to do.
    expect(en).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
  });

  it('begin with file and line as far as they are known', () => {
    const { detail, code } = examples[1] as Problem;
    const at = (place: Problem['place']) => describeProblem({ code, detail, place }, 'zh');
    expect(at({ file: '卷.txt', line: 3 })).toMatch(/^卷\.txt:3: 文件/);
    expect(at({ file: '卷.txt' })).toMatch(/^卷\.txt: 文件/);
    expect(at({})).toMatch(/^文件/);
  });

  it('of an error keep its cause', () => {
    const cause = new Error('below');
    const error = new NianjianError('file-empty', {}, { file: '卷.txt' }, { cause });
    expect([error.name, error.cause]).toEqual(['NianjianError', cause]);
  });
});
