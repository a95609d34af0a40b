import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.js';

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1';

function logging(level: 'debug' | 'info' | 'warn' | 'error', secrets: readonly string[] = [token]) {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets, write: (line) => void lines.push(line) }) };
}

describe('the log', () => {
  it('writes one JSON line an event, with its time and level', () => {
    const { log, lines } = logging('info');
    log.warn('polling-failed', { waitMs: 500 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      ...{ level: 'warn', event: 'polling-failed', waitMs: 500 },
      time: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('keeps to itself what is below its level', () => {
    const { log, lines } = logging('warn');
    log.debug('a');
    log.info('b');
    log.error('c');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['c']);
  });

  it.each([
    ['its own token', `https://api.telegram.org/bot${token}/getMe`],
    ['any other token', 'bot99999:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB/'],
  ])('never writes %s', (_, reason) => {
    const { log, lines } = logging('info');
    log.error('torn', { reason });
    expect(lines[0]).toContain('[secret]');
    expect(lines[0]).not.toMatch(/AAHd|BBBB/);
  });
});
