import { describe, expect, it } from 'vitest';
import { figureDetails, figureValue, figureWords } from '../../src/answer/figure-words.js';
import { createExtractor } from '../../src/figures/extract.js';

const extract = createExtractor();
const figures = (text: string) => extract(text, { entryId: 'a', defaultYear: 2022 });

describe('a figure in words', () => {
  it.each([
    ['全省粮食产量1276.4万吨。', '1276.4万吨 · 粮食产量 · 2022年', '1276.4万吨 · 粮食产量 · 2022'],
    [
      '粮食产量同比增长4.2%。',
      '4.2% · 粮食产量 · 同比增长 · 2022年',
      '4.2% · 粮食产量 · 同比增长 · 2022',
    ],
  ])('of %s tells what it is, in Chinese and in English', (text, zh, en) => {
    const [figure] = figures(text);
    if (figure === undefined) throw new Error('no figure');
    expect([figureWords(figure, 'zh'), figureWords(figure, 'en')]).toEqual([zh, en]);
  });

  it('marks a target as one, last', () => {
    const [figure] = figures('预期目标是粮食产量40万吨。');
    if (figure === undefined) throw new Error('no figure');
    expect(figureDetails(figure, 'zh').at(-1)).toBe('目标');
    expect(figureDetails(figure, 'en').at(-1)).toBe('target');
  });

  it('says a rank once: beside its value, or as its own value', () => {
    for (const figure of figures('粮食产量1276.4万吨，居全国第三位。进出口居全国第二位。')) {
      expect(figureWords(figure, 'zh').match(/居全国第.位/g) ?? []).toHaveLength(
        figure.rank === null ? 0 : 1,
      );
    }
  });

  it('prints the value exactly as printed', () => {
    const text = '投资约３６．５亿元，增长近一成。';
    for (const figure of figures(text)) {
      expect(figureValue(figure)).toBe(text.slice(figure.start, figure.end));
    }
    expect(figures(text)).toHaveLength(2);
  });

  it('leaves out what is not known', () => {
    const [figure] = extract('新建水库5座。', { entryId: 'a', defaultYear: null });
    if (figure === undefined) throw new Error('no figure');
    expect(figureDetails(figure, 'zh')).not.toContain('');
    expect(figureWords(figure, 'zh')).not.toMatch(/年|null|undefined/);
  });
});

describe('the words of a figure', () => {
  it('are the same in the terminal and in Telegram, its number as printed', () => {
    const text = '２０２２年，工业增加值同比增长８．１％、居全国第三位。';
    const [figure] = figures(text);
    if (figure === undefined) throw new Error('no figure');
    const shown = '８．１％ · 工业增加值 · 同比增长 · 居全国第三位 · 2022年';
    expect(figureWords(figure, 'zh')).toBe(shown);
    expect([figureValue(figure), ...figureDetails(figure, 'zh')].join(' · ')).toBe(shown);
    expect(JSON.parse(JSON.stringify(figure))).toMatchObject({ span: '８．１％', base: '同比' });
  });
});
