import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { NianjianError, type Problem } from '../errors.js';
import type { BuildOrder, BuildOutcome } from './builder.js';
import { BuildRefused } from './refused.js';
import type { OnStep, Step } from './steps.js';

/** What the building process says. */
export type BuildMessage =
  | { readonly step: Step; readonly done: number; readonly total: number }
  | { readonly outcome: BuildOutcome }
  | { readonly problem: Problem; readonly more: readonly Problem[] };

export interface ProcessOptions {
  /** The compiled `build-main.js`. */
  readonly program: string;
  readonly signal: AbortSignal;
  readonly onStep?: OnStep;
  /** Without a word from it for so long it is ended. Default 5 minutes. */
  readonly silenceMs?: number;
}

/**
 * Builds in a process of its own, which gives back all its memory: worker threads that load
 * nodejieba do not. Beside a generation that serves it has the lower priority. It ends with this
 * one, however this one ends.
 *
 * @throws BuildRefused; NianjianError `rebuild-failed`, `rebuild-silent`
 */
export function buildInProcess(order: BuildOrder, options: ProcessOptions): Promise<BuildOutcome> {
  const { program, signal, onStep, silenceMs = 300_000 } = options;
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      execArgv: oneThread,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      signal,
    });
    if (order.before !== null) lower(child);
    let errors = '';
    let timer: NodeJS.Timeout;
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      act();
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const minutes = Math.round(silenceMs / 60_000);
        settle(() => reject(new NianjianError('rebuild-silent', { minutes })));
      }, silenceMs);
    };
    watch();
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      errors = (errors + chunk).slice(-4000);
    });
    child.on('message', (message: BuildMessage) => {
      watch();
      if ('step' in message) onStep?.(message.step, message.done, message.total);
      else if ('outcome' in message) settle(() => resolve(message.outcome));
      else settle(() => reject(new BuildRefused(message.problem, message.more)));
    });
    child.on('error', (cause) => {
      settle(() =>
        reject(new NianjianError('rebuild-failed', { reason: cause.message }, {}, { cause })),
      );
    });
    child.on('close', (code, killedBy) => {
      const reason = errors.trim() || `exit code ${code ?? killedBy}`;
      settle(() => reject(new NianjianError('rebuild-failed', { reason })));
    });
    child.send(order);
  });
}

/**
 * Collecting garbage in threads beside it would take the processor that questions are answered on;
 * with room for more of it, that costs no more time in one.
 */
const oneThread = ['--single-threaded-gc', '--max-semi-space-size=32'];

/**
 * Questions go first where they share a processor; its other threads inherit it. No lower than so:
 * on a machine busy with other work, 19 would make a minute's build last an hour.
 */
function lower({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 10);
  } catch {
    // Not everywhere allowed, and never needed.
  }
}
