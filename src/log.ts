import type { Config } from './config.js';

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line an event. The event's name is a constant; what varies goes into the fields. */
export interface Log {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

export interface LogOptions {
  readonly level: Config['LOG_LEVEL'];
  /** Never written, wherever they turn up: the bot token, the webhook secret. */
  readonly secrets: readonly string[];
  /** Takes a whole line without its end. Default: standard error. */
  readonly write?: (line: string) => void;
}

/** Kinds of trouble, latest first. */
export type Tally = () => readonly {
  readonly event: string;
  readonly count: number;
  readonly last: Date;
}[];

/** A log that also keeps count of its warnings and errors by event. */
export function tallied(log: Log): { readonly log: Log; readonly tally: Tally } {
  const counts = new Map<string, { count: number; last: Date }>();
  const counting =
    (level: 'warn' | 'error') =>
    (event: string, fields?: Fields): void => {
      const count = (counts.get(event)?.count ?? 0) + 1;
      counts.delete(event);
      counts.set(event, { count, last: new Date() });
      log[level](event, fields);
    };
  return {
    log: { ...log, warn: counting('warn'), error: counting('error') },
    tally: () => [...counts].map(([event, seen]) => ({ event, ...seen })).reverse(),
  };
}

const levels = ['debug', 'info', 'warn', 'error'] as const;

export function createLog({ level, secrets, write = toStderr }: LogOptions): Log {
  const redact = createRedactor(secrets);
  const at =
    (name: (typeof levels)[number]) =>
    (event: string, fields: Fields = {}) => {
      if (levels.indexOf(name) < levels.indexOf(level)) return;
      const time = new Date().toISOString();
      write(redact(JSON.stringify({ time, level: name, event, ...fields })));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Takes secrets out of a text, and anything that looks like a bot token. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  return (text) =>
    known
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
      .replace(/\d{5,}:[\w-]{30,}/g, '[secret]');
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
