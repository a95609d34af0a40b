import type { Actor, Outcome } from './outcome.js';

/** A line of the audit log. */
export interface AuditLine {
  readonly who: Actor;
  readonly what: string;
  readonly result: string;
}

/** In a word or two, for the audit log. */
export function resultOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'reloaded': {
      const { added, changed, removed } = outcome.change;
      return `generation ${outcome.number}: added ${added}, changed ${changed}, removed ${removed}`;
    }
    case 'rolled-back':
      return `generation ${outcome.number} instead of ${outcome.from}`;
    case 'checked':
      return `${outcome.name}: ${outcome.focus.entries} entries`;
    case 'held-back':
      return `generation ${outcome.number} stays`;
    case 'failed':
      return outcome.problem.code;
    case 'busy':
      return `busy: ${outcome.work.actor.name}`;
  }
}
