import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A line as it was written; `at` is ISO. */
export type Dated<T> = T & { readonly at: string };

export interface DatedLogOptions {
  readonly file: string;
  /** Older lines are dropped. */
  readonly days: number;
  /** So are those before the newest so many. Default 10,000. */
  readonly most?: number;
  /** A log that cannot be written holds nothing else up. */
  readonly onError: (error: unknown) => void;
}

/** JSON lines on disk, bounded in age and number. */
export class DatedLog<T extends object> {
  private readonly options: DatedLogOptions;
  private last: Promise<void> = Promise.resolve();
  private prunedAt = 0;

  constructor(options: DatedLogOptions) {
    this.options = options;
  }

  /** Resolves when the line is on disk, or the error was told. */
  append(line: T): Promise<void> {
    return this.inTurn(async () => {
      await mkdir(dirname(this.options.file), { recursive: true });
      await this.prune();
      const dated: Dated<T> = { at: new Date().toISOString(), ...line };
      await appendFile(this.options.file, `${JSON.stringify(dated)}\n`, { mode: 0o600 });
    });
  }

  /** Newest first. */
  async newest(count: number): Promise<readonly Dated<T>[]> {
    await this.last;
    return this.fresh(await this.lines())
      .slice(-count)
      .reverse();
  }

  /** At the first line, and then once a day. */
  private async prune(): Promise<void> {
    if (Date.now() - this.prunedAt < dayMs) return;
    this.prunedAt = Date.now();
    const all = await this.lines();
    const kept = this.fresh(all);
    if (kept.length === all.length) return;
    const beside = `${this.options.file}.${randomBytes(6).toString('hex')}.tmp`;
    await writeFile(beside, kept.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      mode: 0o600,
    });
    await rename(beside, this.options.file);
  }

  private fresh(lines: readonly Dated<T>[]): readonly Dated<T>[] {
    const { days, most = 10_000 } = this.options;
    const oldest = new Date(Date.now() - days * dayMs).toISOString();
    return lines.filter(({ at }) => at >= oldest).slice(-most);
  }

  /** A torn line, left by a crash, is none. */
  private async lines(): Promise<readonly Dated<T>[]> {
    const text = await readFile(this.options.file, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line): readonly Dated<T>[] => {
      try {
        const parsed: unknown = JSON.parse(line);
        return typeof (parsed as { at?: unknown } | null)?.at === 'string'
          ? [parsed as Dated<T>]
          : [];
      } catch {
        return [];
      }
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(work).catch((error) => this.options.onError(error));
    return this.last;
  }
}

const dayMs = 86_400_000;
