import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { borrowedRuns } from './borrowed.js';
import { names } from './names.js';
import { unproved } from './proof.js';
import { normalise, quantities } from './quantities.js';
import { entriesOf, type Manifest, textsUnder } from './volumes.js';

const corpus = resolve(import.meta.dirname, '../../corpus');
const texts = resolve(import.meta.dirname, '../../../shared/eval/texts');
const missing = existsSync(texts) ? '' : ' — skipped: ../shared/eval/texts is not there';

const manifest = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as Manifest;
const volumes = manifest.volumes.flatMap((volume) =>
  volume.files.map(({ file, entries: listed }) => {
    const text = readFileSync(join(corpus, file), 'utf8');
    return { ...volume, file, listed, text, entries: entriesOf(text) };
  }),
);

describe('the shipped volumes', () => {
  it('are two regions by two consecutive years', () => {
    expect(volumes.map(({ region, year }) => `${region} ${year}`)).toEqual([
      '宁夏 2024',
      '宁夏 2025',
      '广东 2024',
      '广东 2025',
    ]);
  });

  it('are all in the manifest, and the manifest names no other', () => {
    const files = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
    expect(volumes.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  describe.each(volumes)('$file', ({ file, title, edition, year, text, entries, listed }) => {
    it('opens with its edition, as its name and the manifest have it', () => {
      expect(text.split('\n')[0]).toBe(`${edition}卷`);
      expect(file).toBe(`${title}-${edition}.txt`);
      expect(year).toBe(edition - 1);
    });

    it('holds at least 20 entries, each in the manifest under its own heading, in order', () => {
      expect(entries.length).toBeGreaterThanOrEqual(20);
      expect(entries.map(({ heading }) => heading)).toEqual(listed.map(({ heading }) => heading));
      expect(new Set(listed.map(({ heading }) => heading)).size).toBe(listed.length);
    });

    it('calls itself a sample', () => {
      expect(title).toMatch(/样卷$/u);
    });
  });

  it.each([
    ['地区生产总值', /地区生产总值/u],
    ['规模以上工业增加值', /规模以上工业增加值增长/u],
    ['地方一般公共预算收入', /一般公共预算收入/u],
    ['居民人均可支配收入', /居民人均可支配收入/u],
    ['城镇调查失业率', /城镇调查失业率/u],
    ['城镇新增就业', /城镇新增就业/u],
    ['全社会研发投入', /研发(?:经费|投入)/u],
    ['游客人次', /游客/u],
    ['新增学位', /学位/u],
    ['经营主体', /经营主体/u],
    ['民生实事', /民生实事/u],
  ])('all give a figure for %s, outside what is planned', (_, indicator) => {
    const without = volumes.filter(
      ({ entries }) =>
        !entries.some(
          ({ heading, text }) =>
            !heading.includes('目标') &&
            text.split(/[。；]/u).some((part) => {
              const at = part.search(indicator);
              return at >= 0 && quantities(normalise(part.slice(at))).length > 0;
            }),
        ),
    );
    expect(without.map(({ file }) => file)).toEqual([]);
  });
});

describe.skipIf(missing !== '')(`the shipped volumes and their sources${missing}`, () => {
  const source = (name: string) => readFileSync(join(texts, name), 'utf8');

  it.each(volumes)('$file: every figure stands in the source of its entry', (volume) => {
    const doubtful = volume.entries.flatMap(({ heading, text }, i) => {
      const from = volume.listed[i]?.sources.map(source).join('\n') ?? '';
      return unproved(text, from).map((fault) => `【${heading}】 ${fault}`);
    });
    expect(doubtful).toEqual([]);
  });

  it('take over no run of 12 Chinese characters but names', () => {
    const ours = volumes.map(({ text }) => text).join('\n');
    expect(borrowedRuns(ours, textsUnder(texts), names)).toEqual([]);
  });

  it('need every name on the list of names', () => {
    const ours = volumes.map(({ text }) => text).join('\n');
    const runs = borrowedRuns(ours, textsUnder(texts));
    const idle = names.filter((name) => {
      const bare = name.replace(/\P{Script=Han}/gu, '');
      return !runs.some((run) => run.includes(bare) || bare.includes(run));
    });
    expect(idle).toEqual([]);
  });
});

describe('the proof of figures', () => {
  const source =
    '全年粮食总产量达７７亿斤,财政收入增长 18.1％,税收收入超1,500亿元。规上工业增加值、固定资产投资分别居全国第二、第七。考核连续两年优秀。';

  it.each([
    ['粮食总产量77亿斤。'],
    ['财政收入增长18.1%。'],
    ['税收收入1500多亿元。'],
    ['固定资产投资居全国第七位。'],
    ['考核连续2年优秀。'],
  ])('accepts %s', (entry) => {
    expect(unproved(entry, source)).toEqual([]);
  });

  it.each([
    ['a figure whose end alone stands there', '财政收入增长8.1%。', '8.1%: not in the source'],
    [
      'a figure whose beginning alone stands there',
      '粮食总产量7亿斤。',
      '7亿斤: not in the source',
    ],
    ['another unit', '粮食总产量77万斤。', '77万斤: not in the source'],
    ['a bound dropped', '税收收入1500亿元。', '1500亿元: not in the source'],
    ['a rank nobody holds', '固定资产投资居全国第三位。', '全国#3: not in the source'],
    ['a year count spelled out', '考核连续三年优秀。', '3年: not in the source'],
    [
      'a figure of something else',
      '旅客运输18.1%。',
      '18.1%: in the source, but not beside these words',
    ],
  ])('refuses %s', (_, entry, fault) => {
    expect(unproved(entry, source)).toEqual([fault]);
  });

  it('takes no digit inside a name for a figure', () => {
    expect(quantities(normalise('PM2.5和5G、IPv6、PM\n2.5\n年均'))).toEqual([]);
  });
});

describe('the search for borrowed runs', () => {
  const source = '全面加强黄河流域的水土保持与防洪工程建设。';

  it.each([
    ['word for word', '他们加强黄河流域的水土保持与防洪。', 3],
    ['under changed punctuation', '加强黄河流域、“的水土保持”与。', 1],
    ['eleven characters only', '加强黄河流域的水土保持，和', 0],
    ['parted by a digit', '加强黄河流域3的水土保持与防洪', 0],
  ])('finds what was taken %s', (_, text, runs) => {
    expect(borrowedRuns(text, [source])).toHaveLength(runs);
  });

  it('lets a listed name pass, and nothing beyond it', () => {
    const name = '黄河流域的水土保持与防洪工程';
    expect(borrowedRuns(`兴建${name}。`, [source], [name])).toEqual([]);
    expect(borrowedRuns(`兴建${name}。`, [source])).not.toEqual([]);
  });
});
