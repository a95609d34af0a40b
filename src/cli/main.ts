#!/usr/bin/env node
import { languageOf } from '../config.js';
import { describe } from '../errors.js';
import { runCli } from './program.js';
import { exit } from './setting.js';

process.once('SIGINT', () => {
  // Snapshots are written beside and renamed when whole, so there is nothing to undo.
  const problem = { code: 'interrupted', detail: {}, place: {} } as const;
  process.stderr.write(`\n${describe(problem, languageOf(process.env))}\n`);
  process.exit(exit.bad);
});
// A reader that has seen enough (| head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exit.done : exit.bad);
});

process.exitCode = await runCli(process.argv.slice(2));
