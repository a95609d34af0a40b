import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // nodejieba leaks its dictionary in worker threads; a child process gives everything back.
    pool: 'forks',
    // A second is not enough for what waits for a process on a machine that is busy with the others.
    expect: { poll: { timeout: 30_000 } },
    // Most of a file's time here is waiting: for processes, long polls and back-off.
    maxWorkers: 4,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
