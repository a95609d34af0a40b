import { type ChildProcess, fork } from 'node:child_process';
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
const child = fork(program, { execArgv: oneThread, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
if (order.before !== null) lower(child);
let errors = '';
child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
  errors = (errors + chunk).slice(-4000);
});
child.on('message', (message: BuildMessage) => tell(message));
child.on('error', ({ message }) => tell({ ended: message }));
child.on('close', (code, killedBy) => {
  tell({ ended: errors.trim() || `exit code ${code ?? killedBy}` });
  parentPort?.close();
});
parentPort?.on('message', () => child.kill('SIGKILL'));
child.send(order);

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
