import { spawn } from 'node:child_process';
import { NianjianError } from '../errors.js';
import { compareStores, type Difference } from './compare.js';
import { type Generation, type OpenOptions, openGeneration } from './open.js';

export interface RebuildOptions {
  readonly open: OpenOptions & { readonly snapshotDir: string };
  /** The program that builds the snapshot in a process of its own, and what it is started with. */
  readonly command: readonly [string, ...string[]];
  readonly before: Generation;
  readonly signal: AbortSignal;
}

export interface Rebuilt {
  readonly generation: Generation;
  readonly difference: Difference;
}

/**
 * Builds the corpus anew in a child process, then loads the snapshot it left.
 *
 * @throws NianjianError `rebuild-failed` with what the child said, or what loading fails with
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const { open, command, before, signal } = options;
  const [program, ...args] = command;
  const { code, errors } = await run(program, args, signal);
  if (code !== 0) {
    throw new NianjianError('rebuild-failed', { reason: errors.trim() || `exit code ${code}` });
  }
  const generation = await openGeneration(open);
  return { generation, difference: compareStores(before.index.store, generation.index.store) };
}

/** Standard output and errors of a process; a signal ends it. */
export function run(
  program: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors = (errors + chunk).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}
