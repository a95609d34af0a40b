import { z } from 'zod';
import { type Language, NianjianError } from './errors.js';

/** The environment, checked once at start; every key stands in `.env.example`. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Accounts of Telegram's own, which stand for many people: never an admin. */
const serviceAccounts = [1087968824, 136817688, 777000];

const schema = z.object({
  BOT_TOKEN: text(/^\d+:[\w-]+$/, '123456:ABC…').optional(),
  TELEGRAM_API_ROOT: address().default('https://api.telegram.org'),
  ADMIN_IDS: text(/^(?:\d{1,16}(?:[\s,，]+|$))+$/, '12345, 67890')
    .transform((ids) =>
      ids
        .split(/[\s,，]+/)
        .filter(Boolean)
        .map(Number),
    )
    .default([])
    .readonly(),
  CORPUS_DIR: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  WEBHOOK_URL: address().optional(),
  WEBHOOK_SECRET: text(/^[\w-]{1,256}$/, 'A-Z a-z 0-9 _ - (1–256)').optional(),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: whole(0, 65_535).optional(),
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error').default('info'),
  DEFAULT_LANGUAGE: oneOf('zh', 'en').default('zh'),
  SEND_RATE: decimal(0.01, 100_000).default(25),
  CHAT_RATE: decimal(0.01, 100_000).optional(),
  GROUP_RATE: decimal(0.01, 60_000).optional(),
  KEEP_GENERATIONS: whole(1, 100).default(3),
  MAX_LOST_SHARE: decimal(0, 1).default(0.2),
  LOG_QUESTIONS: oneOf('true', 'false', '1', '0')
    .transform((value) => value === 'true' || value === '1')
    .default(false),
  RETENTION_DAYS: whole(1, 3650).default(30),
});

/** Every key the program knows. */
export const configKeys: readonly string[] = Object.keys(schema.shape);

/**
 * Pure. White space around a value is dropped; an empty value counts as not set.
 *
 * @throws NianjianError `config-invalid` for the first wrong value, `config-unknown` for a key
 *   that is a slip of the pen away from a known one, `config-service-account` for an admin that
 *   is an account of Telegram's, `config-secret` for a webhook without secret. None tells a value
 *   that may be secret.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  for (const key of Object.keys(env)) {
    const meant = configKeys.find((name) => isSlip(key, name));
    if (meant !== undefined) throw new NianjianError('config-unknown', { key, meant });
  }
  const set = configKeys
    .map((key) => [key, env[key]?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = String(issue?.path[0] ?? '');
    throw new NianjianError('config-invalid', { key, wanted: issue?.message ?? '' });
  }
  const service = parsed.data.ADMIN_IDS.find((id) => serviceAccounts.includes(id));
  if (service !== undefined) throw new NianjianError('config-service-account', { id: service });
  if (parsed.data.WEBHOOK_URL !== undefined && parsed.data.WEBHOOK_SECRET === undefined) {
    throw new NianjianError('config-secret');
  }
  return Object.freeze(parsed.data);
}

/** The language messages are written in, even where the rest of the environment is wrong. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  return env.DEFAULT_LANGUAGE === 'en' ? 'en' : 'zh';
}

/** One character wrong, missing, too many or two exchanged; letter case and `-` for `_` too. */
function isSlip(key: string, name: string): boolean {
  if (key === name || Math.abs(key.length - name.length) > 1) return false;
  const a = key.toUpperCase().replaceAll('-', '_');
  if (a === name) return true;
  let start = 0;
  while (start < a.length && a[start] === name[start]) start++;
  const rest = [a.slice(start), name.slice(start)] as const;
  return (
    rest[0].slice(1) === rest[1].slice(1) ||
    rest[0].slice(1) === rest[1] ||
    rest[0] === rest[1].slice(1) ||
    (rest[0][0] === rest[1][1] &&
      rest[0][1] === rest[1][0] &&
      rest[0].slice(2) === rest[1].slice(2))
  );
}

// What a value should look like is told by an example or a range: it reads alike in any language.

function text(form: RegExp, example: string) {
  return z.string().regex(form, example);
}

function address() {
  return z.url({ protocol: /^https?$/, error: 'https://…' });
}

function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, values.join(' | '));
}

function whole(least: number, most: number) {
  const range = `${least}–${most}`;
  return text(/^\d+$/, range)
    .transform(Number)
    .pipe(z.int(range).min(least, range).max(most, range));
}

function decimal(least: number, most: number) {
  const range = `${least}–${most}`;
  return text(/^\d+(?:\.\d+)?$/, range)
    .transform(Number)
    .pipe(z.number(range).min(least, range).max(most, range));
}
