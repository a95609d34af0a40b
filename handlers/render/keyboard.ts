import type { Language } from '../../src/errors.js';
import { say } from '../texts.js';
import { shorten } from './pages.js';

/** A button that calls the bot back, or one that starts an inline search here. */
export interface Button {
  readonly label: string;
  readonly data: string;
}

export type Keyboard = readonly (readonly Button[])[];

/** What Telegram takes for callback data. */
export const maxDataBytes = 64;

/** Telegram's `inline_keyboard`; labels are cut to what a phone shows. */
export function toInlineKeyboard(keyboard: Keyboard) {
  return keyboard
    .filter((row) => row.length > 0)
    .map((row) => row.map(({ label, data }) => ({ text: labelOf(label), callback_data: data })));
}

/**
 * Callback data of its parts, or null where they do not fit into 64 bytes.
 * @example callbackData('e', '8b3d1494de98d36a', 0) === 'e:8b3d1494de98d36a:0'
 */
export function callbackData(...parts: readonly (string | number)[]): string | null {
  const data = parts.join(':');
  return Buffer.byteLength(data) <= maxDataBytes && !/[\ud800-\udfff]/u.test(data) ? data : null;
}

/** A row that turns pages; empty when there is one page only. */
export function turner(
  page: number,
  pages: number,
  dataOf: (page: number) => string | null,
): Button[] {
  if (pages < 2) return [];
  const to = (label: string, target: number): Button[] => {
    const data = dataOf(target);
    return target < 0 || target >= pages || data === null ? [] : [{ label, data }];
  };
  return [
    ...to('‹', page - 1),
    { label: `${page + 1}/${pages}`, data: 'noop' },
    ...to('›', page + 1),
  ];
}

/** A row that leads back; empty where there is no way. */
export function backRow(data: string | null, language: Language): Button[] {
  return data === null ? [] : [{ label: say('back', language), data }];
}

function labelOf(label: string): string {
  const text = shorten(label.replace(/\s+/g, ' ').trim(), 60).replace(
    /[\ud800-\udfff]/gu,
    '\ufffd',
  );
  return text === '' ? '…' : text;
}
