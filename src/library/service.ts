import type { Ask } from '../answer/ask.js';
import { type Catalogue, createCatalogue } from './entries.js';
import type { Generation, GenerationReport } from './open.js';

/** A generation as it serves: whoever holds one keeps answering from it, whatever is loaded since. */
export interface Serving {
  readonly ask: Ask;
  readonly catalogue: Catalogue;
  readonly report: GenerationReport;
  readonly since: Date;
}

/** Holds the generation in service. Until the first is there, questions wait. */
export class Library {
  private generation: Generation | undefined;
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

  /** Puts a generation in service in one step; gives the one before. */
  replace(generation: Generation): Generation | undefined {
    const before = this.generation;
    const { ask, index, report } = generation;
    const serving = { ask, catalogue: createCatalogue(index.store), report, since: new Date() };
    this.generation = generation;
    this.serving = serving;
    this.begin(serving);
    return before;
  }
}
