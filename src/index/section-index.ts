/** The classes of a match, best first. */
export const matchClasses = ['word', 'prefix', 'pinyin', 'initials', 'edit'] as const;
export type MatchClass = (typeof matchClasses)[number];

/** The forms in which an entry holds its keys. */
export const keyForms = ['name', 'pinyin', 'initials'] as const;
export type KeyForm = (typeof keyForms)[number];

/** Among which form of key each class looks. */
export const formOf: Readonly<Record<MatchClass, KeyForm>> = Object.freeze({
  word: 'name',
  prefix: 'name',
  pinyin: 'pinyin',
  initials: 'initials',
  edit: 'name',
});

/** An entry's keys. What they are made of is for `analysis/` to say; here they are opaque. */
export type EntryKeys = Readonly<Partial<Record<KeyForm, readonly string[]>>>;

/** Keys asked for, by class. */
export type AskedKeys = Readonly<Partial<Record<MatchClass, readonly string[]>>>;

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
   * Entries with at least one of the keys: `word`, `pinyin` and `initials` match a key that is
   * equal, `prefix` one that begins so, `edit` one that is equal but for one wrong, missing or
   * extra UTF-16 unit (a single unit asked for is too little for that). An empty key matches
   * nothing. By class, then most keys matched, then entry number; `limit` at most.
   */
  find(keys: AskedKeys, limit: number): Promise<readonly SectionMatch[]>;
  /** An index of the same entries but these; this one stays as it is. */
  without(ids: ReadonlySet<number>): Promise<SectionIndex>;
}

/** An entry as an engine takes it in. */
export interface SectionEntry {
  readonly id: number;
  readonly keys: EntryKeys;
}
