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

function idOf(value: unknown): number | undefined {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'number' ? id : undefined;
}
