import { z } from 'zod';
import { type Language, NianjianError } from './errors.js';

/** The environment, checked once at start; every key stands in `.env.example`. */
export type Config = Readonly<z.infer<typeof schema>>;

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');

/** Accounts of Telegram's own, which stand for many people: never an admin. */
const serviceAccounts = [1087968824, 136817688, 777000];

const schema = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is no bot token; BotFather gives one like 123456:ABC…')
    .optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default('https://api.telegram.org'),
  ADMIN_IDS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,，]+/).filter((id) => id !== ''))
    .pipe(
      z.array(
        z
          .string()
          .regex(/^\d{1,16}$/, 'takes numeric user ids, parted by commas')
          .transform(Number),
      ),
    )
    .refine((ids) => !ids.some((id) => serviceAccounts.includes(id)), {
      message: 'names a service account of Telegram, which stands for many people',
    }),
  CORPUS_DIR: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'takes 1 to 256 characters of A-Z a-z 0-9 _ -')
    .optional(),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: whole(0, 65_535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  DEFAULT_LANGUAGE: z.enum(['zh', 'en']).default('zh'),
  SEND_RATE: z.coerce.number().positive().max(1000).default(25),
  KEEP_GENERATIONS: whole(1, 100).default(3),
  MAX_LOST_SHARE: z.coerce.number().min(0).max(1).default(0.2),
  LOG_QUESTIONS: flag.default(false),
  RETENTION_DAYS: whole(1, 3650).default(30),
});

/**
 * Pure. An empty value counts as not set.
 *
 * @throws NianjianError `config-invalid` for the first wrong value, `config-unknown` for a key
 *   that is a slip of the pen away from a known one, `config-secret` for a webhook without secret
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(schema.shape);
  for (const key of Object.keys(env)) {
    const meant = known.find((name) => isSlip(key, name));
    if (meant !== undefined) throw new NianjianError('config-unknown', { key, meant });
  }
  const set = Object.entries(env).filter(([key, value]) => known.includes(key) && value !== '');
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = String(issue?.path[0] ?? '');
    throw new NianjianError('config-invalid', { key, reason: issue?.message ?? '' });
  }
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
