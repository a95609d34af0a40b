import { type AnswerType, answerType } from '../search/answer-type.js';
import type { Question } from '../search/question.js';

/**
 * What kind of thing answers a question, words read over that only look like asking words: 几年 in
 * 这几年增长多少 asks for no time, 排 in 安排了多少人 for no rank.
 */
export function figureType({
  normal,
  answerType: type,
}: Pick<Question, 'normal' | 'answerType'>): AnswerType {
  return type === 'time' || type === 'rank' ? answerType(normal.replace(lookalikes, '')) : type;
}

const lookalikes =
  /(?:[这那近前后头]|过去|最近|随后)几年|[安编减节彩]排(?!第|名)|排(?:放|水|污|涝|灌|查|除|练|演|气|洪|烟)/g;
