type Job = () => Promise<void>;

/** One queue a key: jobs of a key run one after the other, keys never wait for each other. */
export class Lanes {
  private readonly lanes = new Map<string, Job[]>();
  private readonly onError: (error: unknown) => void;
  private readonly idleWaiters = new Set<() => void>();
  private count = 0;
  private running = 0;
  private paused = false;

  /** @param onError told of a job that failed; the lane goes on */
  constructor(options: { readonly onError: (error: unknown) => void }) {
    this.onError = options.onError;
  }

  /** Jobs waiting or running. */
  get size(): number {
    return this.count;
  }

  /** Jobs of a key, the running one included. */
  sizeOf(key: string): number {
    return this.lanes.get(key)?.length ?? 0;
  }

  push(key: string, job: Job): void {
    this.count++;
    const lane = this.lanes.get(key);
    if (lane !== undefined) {
      lane.push(job);
    } else {
      this.lanes.set(key, [job]);
      void this.run(key);
    }
  }

  /** No further job begins. */
  pause(): void {
    this.paused = true;
  }

  /** True once nothing runs, nor waits unless paused; false if the time is up first. */
  async idle(timeoutMs: number): Promise<boolean> {
    if (this.isIdle) return true;
    return new Promise((resolve) => {
      const done = (idle: boolean) => {
        clearTimeout(timer);
        this.idleWaiters.delete(onIdle);
        resolve(idle);
      };
      const onIdle = () => done(true);
      const timer = setTimeout(() => done(false), timeoutMs);
      this.idleWaiters.add(onIdle);
    });
  }

  private async run(key: string): Promise<void> {
    const lane = this.lanes.get(key) as Job[];
    for (let job = lane[0]; job !== undefined && !this.paused; job = lane[0]) {
      this.running++;
      try {
        await job();
      } catch (error) {
        this.onError(error);
      }
      this.running--;
      lane.shift();
      this.count--;
    }
    if (lane.length === 0) this.lanes.delete(key);
    if (this.isIdle) for (const tell of [...this.idleWaiters]) tell();
  }

  private get isIdle(): boolean {
    return this.running === 0 && (this.paused || this.count === 0);
  }
}
