import type { Problem } from '../errors.js';
import type { SnapshotReport } from './build.js';
import type { FocusReport } from './builder.js';
import type { ChangeReport } from './change.js';

/** Who does something to the corpus. */
export interface Actor {
  /** Numeric Telegram id; null for what is no person there. */
  readonly id: number | null;
  readonly name: string;
}

/** What is under way, and by whom. */
export interface Work {
  readonly actor: Actor;
  readonly what: 'reload' | 'rollback' | 'check' | 'apply' | 'start';
  readonly since: Date;
}

/** What doing something to the corpus came to. */
export type Outcome =
  | {
      readonly kind: 'reloaded';
      readonly change: ChangeReport;
      /** Of the generation in service now. */
      readonly number: number;
      readonly tookMs: number;
    }
  | {
      readonly kind: 'rolled-back';
      readonly from: number;
      readonly number: number;
      readonly builtAt: Date;
      readonly report: SnapshotReport;
      /** Generations between that could not be loaded. */
      readonly passed: readonly Problem[];
    }
  | {
      readonly kind: 'checked';
      readonly id: string;
      /** Name in the corpus. */
      readonly name: string;
      readonly replaces: boolean;
      readonly focus: FocusReport;
      readonly change: ChangeReport;
      /** Applying it loses more than may be lost unless it is meant. */
      readonly shrinks: boolean;
    }
  | { readonly kind: 'held-back'; readonly number: number }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly more: readonly Problem[] }
  | { readonly kind: 'busy'; readonly work: Work };
