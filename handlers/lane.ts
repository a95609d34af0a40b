/**
 * Whose order an update belongs to: its chat's; for a search, which has none, its user's.
 * Takes anything, for a server may send anything.
 */
export function laneOf(update: unknown): string {
  const kinds = update as Readonly<Record<string, unknown>>;
  for (const [kind, body] of Object.entries(kinds)) {
    if (kind === 'update_id' || typeof body !== 'object' || body === null) continue;
    const { chat, message, from } = body as Readonly<Record<string, unknown>>;
    const id = idOf(chat) ?? idOf((message as { chat?: unknown } | undefined)?.chat);
    if (id !== undefined) return `chat ${id}`;
    const user = idOf(from);
    if (user !== undefined) return `user ${user}`;
  }
  return 'other';
}

/**
 * What an update is about: the same whenever it is brought again, another for any other update even
 * if it bears the same id.
 */
export function aboutOf(update: unknown): string {
  const { update_id: _, ...kinds } = update as Readonly<Record<string, unknown>>;
  const [kind = '', body] = Object.entries(kinds)[0] ?? [];
  const { id, message_id, date, edit_date, chat } = (body ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const own = id ?? message_id;
  return own === undefined
    ? JSON.stringify(kinds)
    : JSON.stringify([kind, own, idOf(chat), edit_date ?? date]);
}

/** Telegram keeps an update for a day: what seems older has a wrong date. */
const oldestMs = 25 * 3_600_000;

/**
 * How long ago what a person said or edited was said; 0 for all that bears no date of its own, and
 * for a date that cannot be.
 *
 * @param now ms since the epoch by Telegram's clock, null where it is not known
 */
export function ageMsOf(update: unknown, now: number | null): number {
  const { message, edited_message: edited } = update as Readonly<
    Record<string, { readonly date?: unknown; readonly edit_date?: unknown } | null | undefined>
  >;
  const date = message?.date ?? edited?.edit_date;
  if (typeof date !== 'number' || now === null) return 0;
  const ageMs = now - date * 1000;
  return ageMs > 0 && ageMs < oldestMs ? ageMs : 0;
}

/** The first field beside the id. */
export function kindOf(update: unknown): string {
  return Object.keys(update as object).find((key) => key !== 'update_id') ?? 'unknown';
}

function idOf(value: unknown): number | undefined {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'number' ? id : undefined;
}
