import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { BuildMessage } from './build-process.js';
import type { BuildOrder } from './builder.js';

/** What the thread that starts the process that builds is given. */
export interface SpawnerData {
  readonly program: string;
  readonly order: BuildOrder;
}

/** What it says: what that process says, and why it ended. Told anything, it ends it. */
export type SpawnerMessage = BuildMessage | { readonly ended: string };

/**
 * Collecting garbage in threads beside it would take the processor that questions are answered on;
 * with room for more of it, that costs no more time in one.
 */
const oneThread = ['--single-threaded-gc', '--max-semi-space-size=32'];

const { program, order } = workerData as SpawnerData;
const isBeside = order.before !== null;
let child = begin(isBeside);
parentPort?.on('message', () => child.kill('SIGKILL'));

/** @param onSpare whether it runs on what no one else wants, where the system can do so */
function begin(onSpare: boolean): ChildProcess {
  const begun = fork(program, { execArgv: oneThread, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  if (isBeside) lower(begun);
  if (onSpare) keepToSpare(begun);
  const beginAnewIfStarved = () => {
    if (!isStarved(begun)) return;
    clearInterval(watch);
    begun.removeAllListeners().kill('SIGKILL');
    child = begin(false);
  };
  const watch = onSpare ? setInterval(beginAnewIfStarved, 1000) : undefined;
  let errors = '';
  begun.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-4000);
  });
  begun.on('message', (message: BuildMessage) => tell(message));
  begun.on('error', ({ message }) => tell({ ended: message }));
  begun.on('close', (code, killedBy) => {
    clearInterval(watch);
    tell({ ended: errors.trim() || `exit code ${code ?? killedBy}` });
    parentPort?.close();
  });
  begun.send(order);
  return begun;
}

function tell(message: SpawnerMessage): void {
  parentPort?.postMessage(message);
}

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

/**
 * Even at a low priority it keeps the thread that answers waiting for some milliseconds whenever
 * that wakes on the same processor: Linux's idle class gives way at once. Node cannot ask for it.
 */
function keepToSpare({ pid }: ChildProcess): void {
  if (process.platform !== 'linux' || pid === undefined) return;
  const args = ['--idle', '--all-tasks', '--pid', '0', String(pid)];
  // Not on every system, and never needed.
  spawn('chrt', args, { stdio: 'ignore' }).on('error', () => {});
}

/**
 * Has waited for five seconds, and worked less than at its priority it could among others. There is
 * no way out of the idle class without rights, so it has to begin anew.
 */
function isStarved({ pid }: ChildProcess): boolean {
  try {
    const [worked = 0, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, 'utf8')
      .split(' ')
      .map((ns) => Number(ns) / 1e9);
    return waited > 5 && worked < waited / 10;
  } catch {
    return false;
  }
}
