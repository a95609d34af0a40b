import { NianjianError } from '../errors.js';
import { type ReliabilityBin, reliability } from '../evaluation/reliability.js';
import { evaluateCorpusCommand } from './evaluate-corpus.js';
import { evaluateSetsCommand } from './evaluate-sets.js';
import type { Setting } from './setting.js';

export interface EvaluateFlags {
  readonly passages?: readonly string[];
  readonly questions?: readonly string[];
  readonly unanswerable?: readonly string[];
  readonly corpus?: string;
  readonly run?: string;
  readonly compare?: string;
  readonly explain?: string;
  readonly reliability?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

/** `nianjian evaluate`: measures over question sets, or over a corpus with graded questions. */
export function evaluateCommand(setting: Setting, flags: EvaluateFlags): Promise<number> {
  const { passages, questions, unanswerable, corpus } = flags;
  if (!questions?.length) throw new NianjianError('set-flags');
  if (corpus !== undefined) {
    if (passages || unanswerable) throw new NianjianError('set-flags');
    return evaluateCorpusCommand(setting, corpus, questions, flags);
  }
  if (!passages?.length) throw new NianjianError('set-flags');
  return evaluateSetsCommand(passages, questions, unanswerable ?? [], flags);
}

/** Progress on stderr: a line rewritten on a terminal, else one every ten seconds. */
export function evaluationProgress(): {
  readonly asked: (done: number, total: number) => void;
  readonly end: () => void;
} {
  const tty = process.stderr.isTTY === true;
  let last = performance.now();
  return {
    asked: (done, total) => {
      if (performance.now() - last < (tty ? 100 : 10_000)) return;
      last = performance.now();
      process.stderr.write(tty ? `\r${done}/${total}` : `${done}/${total}\n`);
    },
    end: () => {
      if (tty) process.stderr.write('\r\u001b[K');
    },
  };
}

/** The reliability table of runs and whether each was right, where it is asked for. */
export function reliabilityOf<T extends { readonly confidence: number }>(
  runs: readonly T[],
  isRight: (run: T) => boolean,
  flags: EvaluateFlags,
): { readonly reliability?: readonly ReliabilityBin[] } {
  if (flags.reliability !== true) return {};
  const judged = runs.map((run) => ({ confidence: run.confidence, right: isRight(run) }));
  return { reliability: reliability(judged) };
}
