type Job = () => Promise<void>;

/** One queue a key: jobs of a key run one after the other, keys never wait for each other. */
export class Lanes {
  private readonly lanes = new Map<string, Job[]>();
  private readonly maxWaiting: number;
  private readonly onError: (error: unknown) => void;
  private readonly idleWaiters = new Set<() => void>();
  private count = 0;

  /** @param onError told of a job that failed; the lane goes on */
  constructor(options: {
    readonly maxWaiting: number;
    readonly onError: (error: unknown) => void;
  }) {
    this.maxWaiting = options.maxWaiting;
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

  /** False, and the job is not taken, when the key's queue is full. */
  push(key: string, job: Job): boolean {
    const lane = this.lanes.get(key);
    if (lane !== undefined && lane.length >= this.maxWaiting) return false;
    this.count++;
    if (lane !== undefined) {
      lane.push(job);
    } else {
      this.lanes.set(key, [job]);
      void this.run(key);
    }
    return true;
  }

  /** True once nothing waits or runs, false if the time is up first. */
  async idle(timeoutMs: number): Promise<boolean> {
    if (this.count === 0) return true;
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
    for (let job = lane[0]; job !== undefined; job = lane[0]) {
      try {
        await job();
      } catch (error) {
        this.onError(error);
      }
      lane.shift();
      this.count--;
    }
    this.lanes.delete(key);
    if (this.count === 0) for (const tell of [...this.idleWaiters]) tell();
  }
}
