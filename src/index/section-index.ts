/** The classes of a match, best first. */
export const matchClasses = ['word', 'prefix'] as const;
export type MatchClass = (typeof matchClasses)[number];

/** Keys by class. What they are made of is for `analysis/` to say; here they are opaque. */
export type SectionKeys = Readonly<Partial<Record<MatchClass, readonly string[]>>>;

export interface SectionMatch {
  /** Entry number. */
  readonly id: number;
  /** The best class in which the entry matched. */
  readonly matchClass: MatchClass;
  /** How many of the keys asked for in that class it matched, 1 at least. */
  readonly matched: number;
}

/** Entries by their headings, paths and keywords. A port: FlexSearch is one engine behind it. */
export interface SectionIndex {
  /**
   * Entries with at least one of the keys: `word` matches a key that is equal, `prefix` one
   * that begins so; an empty key matches nothing. By class, then most keys matched, then entry number; `limit` at most.
   */
  find(keys: SectionKeys, limit: number): Promise<readonly SectionMatch[]>;
  /** An index of the same entries but these; this one stays as it is. */
  without(ids: ReadonlySet<number>): Promise<SectionIndex>;
}

/** An entry as an engine takes it in: its keys, each class found by its own. */
export interface SectionEntry {
  readonly id: number;
  readonly keys: SectionKeys;
}
