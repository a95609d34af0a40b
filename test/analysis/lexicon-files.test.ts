import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lexiconsOf, loadLexicons } from '../../src/analysis/lexicons.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nianjian-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Writes `folder/name` for each, and gives the folders. */
async function folders(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const found = new Set<string>();
  for (const [path, content] of Object.entries(files)) {
    const [folder = '', name = ''] = path.split('/');
    await mkdir(join(dir, folder), { recursive: true });
    await writeFile(join(dir, folder, name), content);
    found.add(join(dir, folder));
  }
  return [...found];
}

describe('the lexicons of a folder', () => {
  it('leave out comments, blank lines and the byte order mark', async () => {
    const text = '\ufeff# 统计名称\r\n\r\n地区生产总值  # 全称\r\n  规上工业\t\r\n#\r\n3#机组\r\n';
    const { words, lines } = await loadLexicons(await folders({ 'a/words.txt': text }));
    expect(words).toEqual(['地区生产总值', '规上工业', '3#机组']);
    expect(lines.words).toEqual(words);
  });

  it('are read in GB18030 as well', async () => {
    // 粮食 = 谷物
    const gb = Uint8Array.of(0xc1, 0xb8, 0xca, 0xb3, 0x20, 0x3d, 0x20, 0xb9, 0xc8, 0xce, 0xef);
    const { synonyms } = await loadLexicons(await folders({ 'a/synonyms.txt': gb }));
    expect(synonyms).toEqual([['粮食', '谷物']]);
  });

  it('hold files under any name by their lines as written', async () => {
    const { lines } = await loadLexicons(
      await folders({ 'a/units.txt': '萬噸 万吨', 'a/constructor.txt': '一', 'a/notes.md': '二' }),
    );
    expect({ ...lines }).toEqual({ units: ['萬噸 万吨'], constructor: ['一'] });
  });

  it('tell by colloquial words the words of prose, on several lines as well', async () => {
    const text = '丧事 白事 = 殡葬 丧葬\n白事 = 治丧\n';
    const { colloquial } = await loadLexicons(await folders({ 'a/colloquial.txt': text }));
    expect([...colloquial]).toEqual([
      ['丧事', ['殡葬', '丧葬']],
      ['白事', ['殡葬', '丧葬', '治丧']],
    ]);
  });

  it('are empty where the folder or the file is', async () => {
    const empty = {
      synonyms: [],
      colloquial: new Map(),
      regions: [],
      stopWords: new Set(),
      plainWords: new Set(),
      words: [],
      places: new Set(),
      lines: {},
    };
    expect(await loadLexicons([])).toEqual(empty);
    expect(await loadLexicons([join(dir, 'missing')])).toEqual(empty);
    expect((await loadLexicons(await folders({ 'a/words.txt': '' }))).words).toEqual([]);
  });

  it('refuse by name a file that cannot be read', async () => {
    await mkdir(join(dir, 'a', 'words.txt'), { recursive: true });
    await expect(loadLexicons([join(dir, 'a')])).rejects.toMatchObject({
      problem: { code: 'file-unreadable', place: { file: join(dir, 'a', 'words.txt') } },
    });
  });

  it('add to those of the folders before', async () => {
    const { words, stopWords } = await loadLexicons(
      await folders({
        'a/words.txt': '甲词',
        'a/stopwords.txt': '的',
        'b/words.txt': '乙词\n甲词',
      }),
    );
    expect(words).toEqual(['甲词', '乙词']);
    expect([...stopWords]).toEqual(['的']);
  });

  it('are read once where a folder is named twice', async () => {
    const [a = ''] = await folders({ 'a/names.txt': '一中' });
    expect((await loadLexicons([a, join(a, '..', 'a')])).lines.names).toEqual(['一中']);
  });
});

describe('a lexicon’s groups', () => {
  it.each([
    ['of one line', ['粮食 = 谷物=口粮'], [['粮食', '谷物', '口粮']]],
    ['written full-width', ['ＧＤＰ ＝ 地区生产总值'], [['gdp', '地区生产总值']]],
    ['in Traditional characters', ['糧食 = 穀物'], [['粮食', '谷物']]],
    ['with empty forms', ['= 粮食 = = 谷物 =', '='], [['粮食', '谷物']]],
    ['of one word', ['粮食'], [['粮食']]],
    ['with a form twice', ['粮食 = 谷物 = 谷物'], [['粮食', '谷物']]],
    [
      'of one printed form in several lines',
      ['粮食 = 谷物', '油料', '粮食 = 口粮'],
      [['粮食', '谷物', '口粮'], ['油料']],
    ],
  ])('%s', (_, synonyms, expected) => {
    expect(lexiconsOf({ synonyms, regions: synonyms })).toMatchObject({
      synonyms: expected,
      regions: expected,
    });
  });

  it('take stop words several to a line', () => {
    const { stopWords } = lexiconsOf({ stopwords: ['的 了\u3000多少', '請問'] });
    expect([...stopWords]).toEqual(['的', '了', '多少', '请问']);
  });
});
