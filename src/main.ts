import { runCli } from './cli/program.js';

// Without a token the same answers come in a local chat.
process.exitCode = await runCli(['chat', ...process.argv.slice(2)]);
