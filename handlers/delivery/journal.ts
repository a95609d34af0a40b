/** Which updates were taken in and which are done. A port: in memory here, on disk elsewhere. */
export interface Journal {
  /** False when the update was taken in before. */
  accept(updateId: number): boolean;
  done(updateId: number): void;
  /** The lowest update taken in and not done. */
  readonly oldestOpen: number | undefined;
}

/** Remembers the newest updates of this process; a restart forgets them. */
export function memoryJournal(remembered = 20_000): Journal {
  const seen = new Set<number>();
  const open = new Set<number>();
  return {
    accept: (id) => {
      if (seen.has(id)) return false;
      seen.add(id);
      open.add(id);
      if (seen.size > remembered) seen.delete(seen.values().next().value as number);
      return true;
    },
    done: (id) => void open.delete(id),
    get oldestOpen() {
      return open.size === 0 ? undefined : Math.min(...open);
    },
  };
}
