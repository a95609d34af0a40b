import { surnames } from '../search/answer-pattern.js';
import type { Question } from '../search/question.js';

/**
 * Whether a question asks for something that is known by its looks, and a text holds nothing that
 * looks so: a month or day for 几月几日, a person's name for 组长是谁.
 *
 * @param text normalised
 */
export function lacksForm({ normal }: Question, text: string): boolean {
  return forms.some(([asked, form]) => asked.test(normal) && !form.test(text));
}

const name = `[${surnames}]\\p{Script=Han}{1,2}`;

const forms: readonly (readonly [asked: RegExp, form: RegExp])[] = [
  [
    /几月(?!份?以来)|几号(?!线|楼)|几日|哪一?天|哪一?个?月/,
    /[\d一二三四五六七八九十]月|\d日|月[初中末底]|[上中下]旬|年[初末底]|季度/,
  ],
  // 由谁牵头 may be told by an office; who holds it, or is meant by 哪位, is a person.
  [
    /(?:是|有|叫)谁|谁(?=当|担任|[?？]?$)|哪[一几两三]?位|姓名|[员长任记士授人手][^,，。]{0,3}叫(?:什么|啥)/,
    new RegExp(
      `·|(?<=[员长任记士授理手者席])${name}|${name}(?=[、(]|等人|同志|先生|女士|任|当选|率|勇|夺|获|赴|代表|主持|出席|讲话|为)`,
      'u',
    ),
  ],
];
