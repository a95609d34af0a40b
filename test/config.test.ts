import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Config, configKeys, languageOf, parseConfig } from '../src/config.js';
import { NianjianError } from '../src/errors.js';

/** The problem that an environment is refused for; fails where it is taken. */
function problemOf(env: Record<string, string>) {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof NianjianError) return error.problem;
    throw error;
  }
  throw new Error(`taken: ${JSON.stringify(env)}`);
}

describe('the configuration', () => {
  it('has these defaults where nothing is set', () => {
    expect(parseConfig({})).toEqual({
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      ADMIN_IDS: [],
      DATA_DIR: 'data',
      HTTP_HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      DEFAULT_LANGUAGE: 'zh',
      SEND_RATE: 25,
      KEEP_GENERATIONS: 3,
      MAX_LOST_SHARE: 0.2,
      LOG_QUESTIONS: false,
      RETENTION_DAYS: 30,
    });
  });

  it('counts an empty value, and white space alone, as not set', () => {
    const empty = Object.fromEntries(configKeys.map((key) => [key, '']));
    const blank = Object.fromEntries(configKeys.map((key) => [key, ' \t']));
    expect(parseConfig(empty)).toEqual(parseConfig({}));
    expect(parseConfig(blank)).toEqual(parseConfig({}));
  });

  it('is frozen, its lists too', () => {
    const config = parseConfig({ ADMIN_IDS: '1' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.ADMIN_IDS)).toBe(true);
  });

  it('leaves alone what is not its own', () => {
    const others = { PATH: '/bin', HOME: '/', NODE_ENV: 'test', npm_config_data: 'x', HTTP: '1' };
    expect(parseConfig(others)).toEqual(parseConfig({}));
  });

  it.each<[keyof Config, string, unknown]>([
    ['BOT_TOKEN', '123456:AAH-x_Y9', '123456:AAH-x_Y9'],
    ['TELEGRAM_API_ROOT', 'http://127.0.0.1:8081', 'http://127.0.0.1:8081'],
    ['ADMIN_IDS', '12345', [12345]],
    ['ADMIN_IDS', ' 12345, 67890，1 ', [12345, 67890, 1]],
    ['ADMIN_IDS', '12345,', [12345]],
    ['CORPUS_DIR', '语料/2023 卷', '语料/2023 卷'],
    ['DATA_DIR', ' /var/lib/nianjian\r', '/var/lib/nianjian'],
    ['HTTP_HOST', '0.0.0.0', '0.0.0.0'],
    ['HTTP_PORT', '8080', 8080],
    ['HTTP_PORT', '0', 0],
    ['LOG_LEVEL', 'debug', 'debug'],
    ['DEFAULT_LANGUAGE', 'en', 'en'],
    ['SEND_RATE', '0.5', 0.5],
    ['KEEP_GENERATIONS', '1', 1],
    ['MAX_LOST_SHARE', '0', 0],
    ['MAX_LOST_SHARE', '1', 1],
    ['LOG_QUESTIONS', 'true', true],
    ['LOG_QUESTIONS', '1', true],
    ['LOG_QUESTIONS', '0', false],
    ['RETENTION_DAYS', '365', 365],
    ['WEBHOOK_SECRET', 'aB-_9', 'aB-_9'],
  ])('takes %s=%j', (key, value, expected) => {
    expect(parseConfig({ [key]: value })[key]).toEqual(expected);
  });

  it.each([
    ['BOT_TOKEN', ['hunter2', '123456', ':AAH', '123456:A B', '12:中']],
    ['TELEGRAM_API_ROOT', ['api.telegram.org', 'ftp://x.org', 'http://']],
    ['ADMIN_IDS', ['@admin', '12a', '-100123', '1;2', ',', '12345678901234567']],
    ['WEBHOOK_URL', ['bot.example.org/hook', 'tg://x', 'yes']],
    ['WEBHOOK_SECRET', ['a b', '密钥', 'x'.repeat(257)]],
    ['HTTP_PORT', ['http', '65536', '-1', '80.5', '0x50', '8e3', 'NaN']],
    ['LOG_LEVEL', ['verbose', 'INFO']],
    ['DEFAULT_LANGUAGE', ['cn', 'zh-CN', 'ZH']],
    ['SEND_RATE', ['fast', '0', '-3', '100001', 'Infinity']],
    ['KEEP_GENERATIONS', ['0', '101', '2.5', 'all']],
    ['MAX_LOST_SHARE', ['1.1', '-0.1', '20%', '.']],
    ['LOG_QUESTIONS', ['yes', 'TRUE', '2']],
    ['RETENTION_DAYS', ['0', '3651', '30d']],
  ])('refuses %s by name where its value is any of %j', (key, values) => {
    for (const value of values) {
      const problem = problemOf({ WEBHOOK_SECRET: 'x', [key]: value });
      expect([value, problem.code, problem.detail.key]).toEqual([value, 'config-invalid', key]);
      // What it should be is told; what it is may be a secret.
      expect(problem.detail.wanted).not.toBe('');
      expect(Object.values(problem.detail)).not.toContain(value);
    }
  });

  it.each([1087968824, 136817688, 777000])('refuses Telegram’s own account %i as admin', (id) => {
    expect(problemOf({ ADMIN_IDS: `12345, ${id}` })).toMatchObject({
      code: 'config-service-account',
      detail: { id },
    });
  });

  it('refuses a webhook without secret, and takes one with', () => {
    const WEBHOOK_URL = 'https://bot.example.org/hook';
    expect(problemOf({ WEBHOOK_URL }).code).toBe('config-secret');
    expect(problemOf({ WEBHOOK_URL, WEBHOOK_SECRET: ' ' }).code).toBe('config-secret');
    expect(parseConfig({ WEBHOOK_URL, WEBHOOK_SECRET: 's' })).toMatchObject({ WEBHOOK_URL });
  });

  it.each([
    ['BOT_TOKN', 'BOT_TOKEN'],
    ['BOT_TOKENN', 'BOT_TOKEN'],
    ['BOT_TOEKN', 'BOT_TOKEN'],
    ['BOT_TOKEM', 'BOT_TOKEN'],
    ['BOTTOKEN', 'BOT_TOKEN'],
    ['bot_token', 'BOT_TOKEN'],
    ['Bot_Tokn', 'BOT_TOKEN'],
    ['DATA-DIR', 'DATA_DIR'],
    ['DATADIR', 'DATA_DIR'],
    ['CORPUS_DIRS', 'CORPUS_DIR'],
    ['ADMIN_ID', 'ADMIN_IDS'],
    ['WEBHOOK_SERCET', 'WEBHOOK_SECRET'],
    ['LOG_LEVLE', 'LOG_LEVEL'],
  ])('takes %s for a slip of the pen and names %s', (key, meant) => {
    expect(problemOf({ [key]: 'x' })).toMatchObject({
      code: 'config-unknown',
      detail: { key, meant },
    });
  });

  it('takes none of its own keys for a slip of another', () => {
    const example = parseEnv(readFileSync(exampleFile, 'utf8'));
    expect(() => parseConfig(example)).not.toThrow();
  });
});

const exampleFile = resolve(import.meta.dirname, '..', '.env.example');

describe('.env.example', () => {
  const text = readFileSync(exampleFile, 'utf8');

  it('lists every key of the configuration and no other', () => {
    expect(Object.keys(parseEnv(text)).sort()).toEqual([...configKeys].sort());
  });

  it('shows the defaults', () => {
    expect(parseConfig(parseEnv(text))).toEqual(parseConfig({}));
  });

  it('has a comment above every key, or above its neighbour', () => {
    const blocks = text.split(/\n\n+/).filter((block) => /^\w+=/m.test(block));
    for (const block of blocks) expect(block).toMatch(/^#/);
  });
});

describe('the language of messages', () => {
  it.each([
    ['en', 'en'],
    ['zh', 'zh'],
    ['fr', 'zh'],
    [undefined, 'zh'],
  ])('with DEFAULT_LANGUAGE %s is %s, whatever else is wrong', (value, expected) => {
    expect(languageOf({ DEFAULT_LANGUAGE: value, HTTP_PORT: 'x' })).toBe(expected);
  });
});
