import { describe, expect, it } from 'vitest';
import { soundsLike, soundsOf, spell } from '../../src/analysis/pinyin.js';

describe('spelling by sound', () => {
  it.each([
    ['增长', 'zengzhang', 'zz'],
    ['重庆', 'chongqing', 'cq'],
    ['重要', 'zhongyao', 'zy'],
    ['绿化率', 'lvhualv', 'lhl'],
    ['5g网络', '5gwangluo', '5gwl'],
    ['gdp', 'gdp', 'gdp'],
    ['', '', ''],
  ])('%s is %s, by its initials %s', (text, pinyin, initials) => {
    expect(spell(text)).toEqual({ pinyin, initials });
  });

  it('gives every reading of what no dictionary knows, of many some and the likely one', () => {
    expect(soundsLike('宁厦')).toContain('ningxia');
    expect(soundsLike('增长')).toEqual(expect.arrayContaining(['zengzhang', 'zengchang']));
    expect(soundsLike('重庆长长长长长').length).toBeLessThanOrEqual(17);
    expect(soundsLike('重庆长长长长长')[0]).toMatch(/^chongqing/);
  });

  it('gives names of two characters at least their sounds, each once', () => {
    expect(soundsOf(['林', 'gdp', '粮食', '良时'], spell)).toEqual({
      pinyin: ['liangshi'],
      initials: ['ls'],
    });
  });
});
