import { isMadeOf } from '../text/made-of.js';
import { normalise } from '../text/normalise.js';

/** What somebody says who asks nothing. */
export type SmallTalk = 'greeting' | 'thanks';

/**
 * Greetings, thanks and the like that make up the whole text; null where anything else stands in
 * it, which may be a question.
 *
 * @example smallTalk('你好呀！') === 'greeting'
 * @example smallTalk('你好，宁夏粮食产量') === null
 */
export function smallTalk(text: string): SmallTalk | null {
  const said = normalise(text).replace(/[^\p{L}\p{N}]/gu, '');
  if (said === '') return null;
  if (/谢|辛苦|麻烦|thank|thx/.test(said) && isMadeOf(said, thanks)) return 'thanks';
  return isMadeOf(said, greetings) ? 'greeting' : null;
}

/** One of the words and the particles that may follow it. */
function saying(words: string): RegExp {
  return new RegExp(`(?:${words})[啊呀呢吗么嘛吧哦哈了啦~]*`, 'gy');
}

const greetings = saying(
  [
    '(?:你|您|大家|你们)好|嗨|嘿|哈喽|哈啰|哈罗|喂|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早',
    '在(?:吗|么|不在|不)|有人(?:在吗)?|请问|打扰',
    '你是谁|你是什么|你叫什么(?:名字)?|你会什么|你能做什么|你能干什么|怎么用|如何使用',
    '好的?|嗯|行|可以|收到|知道|明白|再见|拜拜|回见',
    'hi|hello|hey|there|goodmorning|goodafternoon|goodevening|bye|goodbye|okay|ok|whoareyou',
  ].join('|'),
);

const thanks = saying(
  '好的?|非常|太|十分|谢谢?(?:你|您|大家)?|嗯|多谢|感谢(?:你|您)?|辛苦|麻烦(?:你|您)|thanks?(?:you)?|thx|very|much|so|alot',
);
