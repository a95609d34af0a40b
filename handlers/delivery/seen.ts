/** Updates remembered: far more than Telegram brings again, some 100 bytes each. */
const mostIds = 50_000;

/** What is remembered of an update. */
export interface Trace {
  /** Order of arrival: the lowest is forgotten first. */
  readonly number: number;
  /** What the update is about: Telegram may begin anew at any number, and so come by one again. */
  readonly about: string;
}

/** The updates of late: bounded by count, not by time, for a clock may be wrong. */
export class Seen {
  /** By update id, in order of arrival. */
  private readonly traces: Map<number, Trace>;
  private readonly onChange: (id: number, trace: Trace | null) => void;

  /** @param onChange told of each that is new or forgotten */
  constructor(
    traces: Iterable<readonly [id: number, trace: Trace]>,
    onChange: (id: number, trace: Trace | null) => void,
  ) {
    this.traces = new Map([...traces].sort(([, a], [, b]) => a.number - b.number));
    this.onChange = onChange;
  }

  get all(): Iterable<readonly [id: number, trace: Trace]> {
    return this.traces;
  }

  /** False when it was there already. */
  add(id: number, trace: Trace): boolean {
    if (this.traces.get(id)?.about === trace.about) return false;
    this.traces.delete(id);
    this.traces.set(id, trace);
    this.onChange(id, trace);
    if (this.traces.size > mostIds) {
      const oldest = this.traces.keys().next().value as number;
      this.traces.delete(oldest);
      this.onChange(oldest, null);
    }
    return true;
  }
}
