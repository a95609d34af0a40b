import { gradeLike, officesIn, surnames } from '../search/answer-pattern.js';
import { asksGrade } from '../search/answer-type.js';
import type { Question } from '../search/question.js';

/**
 * Whether a question asks for something that is known by its looks, and a text holds nothing that
 * looks so: a month or day for 几月几日, a person's name for 组长是谁.
 *
 * @param text normalised
 */
export function lacksForm({ normal }: Question, text: string): boolean {
  const grade = asksGrade.exec(normal)?.[0];
  return (
    forms.some(([asked, form]) => asked.test(normal) && !form.test(text)) ||
    (grade !== undefined && !gradeLike(grade).test(text)) ||
    // Who holds another office is not meant.
    (asksPerson.test(normal) &&
      officesIn(normal).some((office) => !new RegExp(`(?<!副)${office}`).test(text)))
  );
}

const asksPerson = /谁|哪一?位|姓名|叫(?:什么|啥)/;

/** 卫生院 begins with a surname too. */
const name = `[${surnames}]\\p{Script=Han}?(?![院局厂站镇县区市部所会校村路桥场园馆])\\p{Script=Han}`;
/** 由大学夺得: who wins or builds may be a body. */
const body =
  '大学|学院|中学|公司|集团|银行|医院|研究[所院]|[省市县区州旗]|队|局|厅|委|部|处|办|站|中心|协会|联盟';
const office = '[员长任记士授][^,，。]{0,3}';

const forms: readonly (readonly [asked: RegExp, form: RegExp])[] = [
  [
    /几月(?!份?以来)|(?<![第发])几号(?!线|楼|台风|文件?|公路|车|店)|(?<![了开续期])几日|哪一?天|哪一?个?月/,
    /[\d一二三四五六七八九十正腊冬闰] ?月|[\d一二三四五六七八九十] ?日|月[初中末底]|[上中下]旬|初[一二三四五六七八九十]|年[初末底]|季度|[春夏秋冬]季|[国端中元重清][庆午秋宵阳明]节?|周[一二三四五六日末]|星期/,
  ],
  // 由谁牵头 may be told by an office; who holds it, or is meant by 哪位, is a person.
  [
    new RegExp(`${office}(?:是谁|叫(?:什么|啥))|谁(?=当|担任)|哪[一几两三]?位|姓名(?:是|叫)|有谁`),
    new RegExp(
      `·|(?<=[员长任记士授理手者席])${name}|${name}(?=[、(]|等人|同志|先生|女士|任|当选|率|勇|夺|获|赴|代表|主持|出席|讲话|为[^,，。]{0,8}[员长任记席])`,
      'u',
    ),
  ],
  [/哪一?[家个](?:公司|企业|集团|厂商|银行)/, /公司|集团|企业|厂|银行|[院社所]/],
  [/是谁|谁[?？]?$/, new RegExp(`·|${name}|${body}`, 'u')],
];
