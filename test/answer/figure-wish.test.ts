import { describe, expect, it } from 'vitest';
import { figureWish } from '../../src/answer/figure-wish.js';
import { answerType } from '../../src/search/answer-type.js';
import type { Question } from '../../src/search/question.js';

const wish = (normal: string) => figureWish({ normal, answerType: answerType(normal) } as Question);

describe('what a question wants', () => {
  it.each([
    ['粮食产量是多少', 'figure'],
    ['工业增加值排第几', 'figure'],
    ['工业增加值增速', 'figure'],
    ['高等教育毛入学率', 'figure'],
    ['各项贷款余额', 'figure'],
    ['粮食产量数据', 'figure'],
    ['增速达到什么水平', 'figure'],
    ['工业和投资分别是多少', 'figure'],
    ['全省人均gdp', 'figure'],
    ['财政进账', 'figure'],
    ['2024年pm2.5', 'figure'],
    ['全省cpi', 'figure'],
    ['空气质量', 'name'],
    ['有效投资', 'name'],
    ['高速公路建设', 'name'],
    ['增速是在什么条件下取得的', 'words'],
    ['给我看居民人均可支配收入增速', 'words'],
    ['造林的具体措施', 'words'],
    ['绿电占比的背景', 'words'],
    ['造林的措施有几条', 'figure'],
    ['如何降低成本', 'words'],
    ['工业增速如何', 'figure'],
    ['哪些产业增长', 'words'],
    ['这几年每年增长多少', 'figure'],
    ['安排了多少人就业', 'figure'],
    ['高铁修了几年', 'words'],
    ['哪几个县增长', 'words'],
    ['粮食产量为什么增长', 'words'],
    ['谁得了冠军', 'words'],
    ['高铁何时开通', 'words'],
    ['机场在哪里', 'words'],
  ])('by %s is a %s', (question, wanted) => {
    expect(wish(question)).toBe(wanted);
  });
});
