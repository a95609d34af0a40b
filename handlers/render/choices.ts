import { createHash } from 'node:crypto';
import type { Answer } from '../../src/answer/answer.js';
import { choosingWords } from '../../src/answer/reading-words.js';
import type { Language } from '../../src/errors.js';
import { type Button, callbackData } from './keyboard.js';
import type { Message } from './message.js';
import { shorten } from './pages.js';
import { bold, plain } from './rich.js';

type Choice = Answer['choices'][number];

/** Buttons below one message; a longer list is no question any more. */
const most = 10;

/** Asks which one is meant: a numbered line and a button a choice. */
export function renderChoices({ choices }: Pick<Answer, 'choices'>, language: Language): Message {
  const shown = choices.slice(0, most);
  return {
    rich: [
      bold(choosingWords[language]),
      ...shown.map(({ label }, i) => plain(`\n${i + 1}. ${shorten(label, 200)}`)),
    ],
    keyboard: shown.map((choice): Button[] => [{ label: choice.label, data: dataOf(choice) }]),
  };
}

/** The choice that a button stands for, found again in the answer to the question asked anew. */
export function choiceOf(key: string, choices: readonly Choice[]): Choice | undefined {
  return choices.find(({ question }) => keyOf(question) === key);
}

/** The question itself, or its key where it is too long for a button. */
function dataOf({ question }: Choice): string {
  return callbackData('q', question) ?? `c:${keyOf(question)}`;
}

function keyOf(question: string): string {
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}
