import type { Ask } from '../answer/ask.js';
import type { SnapshotReport } from './build.js';
import type { Catalogue } from './entries.js';
import type { Similar } from './similar.js';

/** A generation as it serves: whoever holds one keeps answering from it, whatever is loaded since. */
export interface Serving {
  readonly ask: Ask;
  readonly catalogue: Catalogue;
  readonly similar: Similar;
  /** {@link exampleQuestion}, looked for when first wanted. */
  readonly example: () => Promise<string | null>;
  readonly report: SnapshotReport;
  /** Of its snapshot. */
  readonly bytes: number;
  /** The corpus folder as configured. */
  readonly corpusDir: string;
  /** Counts up with every generation of a bot. */
  readonly number: number;
  readonly builtAt: Date;
  /** When it went into service. */
  readonly since: Date;
}

/** Holds the generation in service. Until the first is there, questions wait. */
export class Library {
  private serving: Serving | undefined;
  private readonly first: Promise<Serving>;
  private begin: (serving: Serving) => void = () => {};

  constructor() {
    this.first = new Promise((resolve) => {
      this.begin = resolve;
    });
  }

  /** The generation in service; waits for the first. */
  current(): Promise<Serving> {
    return this.serving === undefined ? this.first : Promise.resolve(this.serving);
  }

  /** The generation in service, or undefined while the first is being loaded. */
  get now(): Serving | undefined {
    return this.serving;
  }

  /** Puts a generation in service in one step. */
  replace(serving: Serving): void {
    this.serving = serving;
    this.begin(serving);
  }
}
