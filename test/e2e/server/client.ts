import type { ApiError, Update } from '@grammyjs/types';
import type { Telegram } from './telegram.js';

export type ApiAnswer = { readonly ok: true; readonly result: unknown } | ApiError;

/** Calls a method as the simplest of bots would: JSON there, JSON back, no second try. */
export async function call(
  telegram: Telegram,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<ApiAnswer> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as ApiAnswer;
}

/** The result of a call; throws the description of a refusal. */
export async function result<T>(
  telegram: Telegram,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const answer = await call(telegram, method, params);
  if (!answer.ok) throw new Error(answer.description);
  return answer.result as T;
}

/** What was refused, in the words of the refusal; `ok` when it was not. */
export async function refusal(
  telegram: Telegram,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const answer = await call(telegram, method, params);
  return answer.ok ? 'ok' : answer.description;
}

/** The updates that a poll brings. */
export async function poll(
  telegram: Telegram,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Update[]> {
  return result<Update[]>(telegram, 'getUpdates', params);
}
