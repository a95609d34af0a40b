import { asksGrade } from '../search/answer-type.js';
import type { Question } from '../search/question.js';

/**
 * What a question wants of an entry: a figure; whatever it names, be that a figure (高速公路里程) or
 * a heading; or words.
 */
export type FigureWish = 'figure' | 'name' | 'words';

export function figureWish(question: Question): FigureWish {
  const { normal } = question;
  const type = question.answerType;
  if (type === 'rank') return 'figure';
  if (type === 'list') return /哪|什么|列举/.test(normal) ? 'words' : 'figure';
  if (type !== 'amount' && type !== 'other') return 'words';
  const rest = normal.replace(asksGrade, '');
  if (asksNumber.test(rest)) return 'figure';
  if (rest !== normal) return 'words';
  if ([asksWords, asksEntry, endsInWords].some((asks) => asks.test(normal))) return 'words';
  return type === 'amount' || endsInQuantity.test(normal) ? 'figure' : 'name';
}

const asksNumber =
  /多少|(?<!哪)几(?!乎|率)|百分之|多[大高长宽深远重快久厚]|什么(?:水平|程度|规模|位[次置]|名次)/;

/** 增速是在什么条件下取得的 names a figure, and asks for none. */
const asksWords = /什么|为何|何以|(?:怎么(?!样)|怎样|如何|咋)(?![?？。]?$)|啥|谁|哪/;

/** 给我看有效投资, 讲讲居民收入: an entry is asked for. */
const asksEntry =
  /^(?:请|麻烦)?(?:给我看|看看|看一下|打开|翻到|介绍|讲讲|说说|谈谈)|(?:条目|这一?条|那一?条|全文|原文|内容|介绍)[?？。]?$/;

/** 绿电占比的背景, 改造的具体措施: a bare phrase whose head is told in words. */
const endsInWords =
  /(?:措施|做法|意义|背景|原因|经验|过程|由来|特点|亮点|影响|作用|思路|目的|方向|流程|办法|方式|方法|路径|历史)[?？。]?$/;

/** 高等教育毛入学率, 各项贷款余额: a bare phrase whose head is measured in numbers. */
const endsInQuantity =
  /(?:(?<![质力价效])[率额量值数](?:的?数[据字])?|余额|收入比|(?:分数|录取|控制|投档|及格)线|面积|人口|人次|浓度|产值|里程|强度|寿命|[增降涨跌减]幅|增速|进账|gdp|cpi|ppi|pmi|aqi|pm\d+(?:\.\d)?|人均[^的]{1,10})(?:怎么样|如何|呢|吗|是)?[?？。!]?$/;
