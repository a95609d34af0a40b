import type { Answer } from '../src/answer/answer.js';
import { normalise } from '../src/text/normalise.js';

type Choices = Answer['choices'];

/** Choices remembered; of the oldest the buttons are left. */
const most = 1000;

/**
 * What was asked back of whom, so that the number of a choice may be typed in place of pressing
 * it. Of this process alone, and until the next question.
 */
export class PendingChoices {
  private readonly choices = new Map<string, Choices>();

  /** @param choices as shown; empty where nothing was asked back */
  remember(person: string, choices: Choices): void {
    this.choices.delete(person);
    if (choices.length === 0) return;
    this.choices.set(person, choices);
    if (this.choices.size > most) this.choices.delete(this.choices.keys().next().value as string);
  }

  /** The question that a typed number stands for, or undefined. */
  chosen(person: string, text: string): string | undefined {
    const number = /^(\d{1,2})[.。、)]?$/.exec(normalise(text).trim())?.[1];
    return number === undefined
      ? undefined
      : this.choices.get(person)?.[Number(number) - 1]?.question;
  }
}
