import { Worker } from 'node:worker_threads';
import { NianjianError, type Problem } from '../errors.js';
import type { SpawnerData, SpawnerMessage } from './build-spawner.js';
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
 * Another thread starts it: a process of some hundred megabytes stands still for 10 ms and more
 * until it has a copy.
 *
 * @throws BuildRefused; NianjianError `rebuild-failed`, `rebuild-silent`
 */
export function buildInProcess(order: BuildOrder, options: ProcessOptions): Promise<BuildOutcome> {
  const { program, signal, onStep, silenceMs = 300_000 } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(failed('aborted'));
    const workerData: SpawnerData = { program, order };
    const spawner = new Worker(new URL('./build-spawner.js', import.meta.url), { workerData });
    let timer: NodeJS.Timeout;
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      spawner.postMessage('end');
      act();
    };
    const abort = () => settle(() => reject(failed('aborted')));
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const minutes = Math.round(silenceMs / 60_000);
        settle(() => reject(new NianjianError('rebuild-silent', { minutes })));
      }, silenceMs);
    };
    signal.addEventListener('abort', abort);
    watch();
    spawner.on('message', (message: SpawnerMessage) => {
      if ('ended' in message) return settle(() => reject(failed(message.ended)));
      watch();
      if ('step' in message) onStep?.(message.step, message.done, message.total);
      else if ('outcome' in message) settle(() => resolve(message.outcome));
      else settle(() => reject(new BuildRefused(message.problem, message.more)));
    });
    spawner.on('error', (cause: Error) => settle(() => reject(failed(cause.message, cause))));
  });
}

function failed(reason: string, cause?: Error): NianjianError {
  return new NianjianError('rebuild-failed', { reason }, {}, { cause });
}
