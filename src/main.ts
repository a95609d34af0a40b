const signals = ['SIGTERM', 'SIGINT'] as const;
const end = () => process.exit(0);
for (const signal of signals) process.on(signal, end);

// Not imported above: all that is would be loaded, for a third of a second, before the first line
// here runs, and a signal in that time would end the process by itself.
const { start } = await import('./service.js');
process.exitCode = await start(() => {
  for (const signal of signals) process.off(signal, end);
});
