const signals = ['SIGTERM', 'SIGINT'] as const;
const end = () => process.exit(0);
for (const signal of signals) process.on(signal, end);
let hungUp = false;
const note = () => {
  hungUp = true;
};
process.on('SIGHUP', note);

// Not imported above: all that is would be loaded, for a third of a second, before the first line
// here runs, and a signal in that time would end the process by itself.
const { start } = await import('./service.js');
process.exitCode = await start(() => {
  for (const signal of signals) process.off(signal, end);
  process.off('SIGHUP', note);
  if (hungUp) process.kill(process.pid, 'SIGHUP');
});
