/** `npm run torture` asks for the long form. */
export const long = process.env.TORTURE === 'long';

/** The numbers of a trial, for who reads the run. */
export function report(name: string, numbers: object): void {
  process.stdout.write(`${name}: ${JSON.stringify(numbers)}\n`);
}
