import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadJieba } from '../analysis/jieba.js';
import { NianjianError, type Problem } from '../errors.js';
import { type AuditLine, resultOf } from './audit.js';
import type { BuildOrder, BuildOutcome } from './builder.js';
import type { DatedLog } from './dated-log.js';
import {
  byAge,
  type History,
  type HistoryEntry,
  olderOf,
  prune,
  readHistory,
  withBuilt,
  writeHistory,
} from './history.js';
import { type LoadedGeneration, loadGeneration } from './load.js';
import type { Actor, Outcome, Work } from './outcome.js';
import { BuildRefused } from './refused.js';
import type { Library } from './service.js';
import type { OnStep } from './steps.js';
import {
  appliedVolumes,
  placeVolume,
  type StagedVolume,
  stagedVolume,
  stageVolume,
  sweepUploads,
  unstage,
} from './volumes.js';

export interface KeeperOptions {
  readonly library: Library;
  readonly corpusDir: string;
  readonly lexiconDir: string;
  readonly dataDir: string;
  /** Generations kept on disk, 1 or more. */
  readonly keep: number;
  /** 0 to 1. */
  readonly maxLostShare: number;
  /** Builds in a process of its own. */
  readonly build: (order: BuildOrder, onStep?: OnStep) => Promise<BuildOutcome>;
  readonly audit: DatedLog<AuditLine>;
  /** What was found on the way and did not end the work. */
  readonly onProblem: (problem: Problem) => void;
}

/** How a corpus is to be built anew. */
export interface ReloadOptions {
  /** However much is lost. Default false. */
  readonly force?: boolean;
  readonly onStep?: OnStep;
}

/**
 * Keeps the generations: starts with the last good one, builds and swaps, goes back. One thing at
 * a time: who comes second is told who is at it. Whatever fails, what serves goes on serving.
 */
export class Keeper {
  private readonly options: KeeperOptions;
  private history: History = { serving: null, heldBack: null, generations: [] };
  private work: Work | undefined;
  private starting: Promise<unknown> = Promise.resolve();
  private readonly watchers = new Set<(outcome: Outcome) => void>();

  constructor(options: KeeperOptions) {
    this.options = options;
  }

  /**
   * Puts the last good generation in service, else the newest that can be used, and then brings
   * what changed, without being waited for; builds one where there is none.
   *
   * @throws NianjianError what building the first fails with
   */
  async start(): Promise<void> {
    const actor = { id: null, name: 'start' };
    this.work = { actor, what: 'start', since: new Date() };
    await new Promise<void>((done, fail) => {
      const whole = this.catchUp(actor, done).finally(() => {
        this.work = undefined;
      });
      this.starting = whole.then(done, fail);
    });
  }

  /** @param onServing told where a generation serves before all is caught up with */
  private async catchUp(actor: Actor, onServing: () => void): Promise<void> {
    const { dataDir, onProblem } = this.options;
    await sweepUploads(dataDir);
    this.history = await readHistory(dataDir, onProblem);
    const found = await this.lastGood();
    // Beside the process that builds, which loads a dictionary of its own.
    if (found === undefined) setTimeout(loadDictionary, 100);
    else onServing();
    const { heldBack } = this.history;
    const order = found === undefined ? { maxLostShare: null } : { heldBack };
    const outcome = await this.attempt(() => this.build({ order }));
    await this.finish(actor, 'start', outcome);
    if (found === undefined && outcome.kind === 'failed') {
      throw new BuildRefused(outcome.problem, outcome.more);
    }
  }

  /** Builds the corpus as it is now, and puts it in service. */
  reload(actor: Actor, { force = false, onStep }: ReloadOptions = {}): Promise<Outcome> {
    return this.exclusive(actor, 'reload', () =>
      this.build({ order: force ? { maxLostShare: null } : {}, onStep }),
    );
  }

  /** Goes back to what served before; the corpus's files stay as they are. */
  rollback(actor: Actor): Promise<Outcome> {
    return this.exclusive(actor, 'rollback', async () => {
      const from = this.history.serving ?? 0;
      const left = this.history.generations.find(({ number }) => number === from);
      const passed: Problem[] = [];
      for (const older of olderOf(this.history)) {
        const loaded = await this.load(older, (problem) => passed.push(problem));
        if (loaded === null) continue;
        // Going back further still holds the same corpus back.
        const heldBack = this.history.heldBack ?? left?.inputs ?? null;
        await this.enter({ ...this.history, serving: older.number, heldBack }, older, loaded);
        const { number, builtAt } = older;
        const { report } = loaded;
        return { kind: 'rolled-back', from, number, builtAt: new Date(builtAt), report, passed };
      }
      const { keep } = this.options;
      throw new BuildRefused({ code: 'no-older-generation', detail: { keep }, place: {} }, passed);
    });
  }

  /** Takes a volume that was sent, and tells what applying it would do. */
  check(
    actor: Actor,
    { name, content }: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
    onStep?: OnStep,
  ): Promise<Outcome> {
    return this.exclusive(actor, 'check', async () => {
      const { dataDir, maxLostShare } = this.options;
      const staged = await stageVolume(this.options, name, content);
      try {
        const order = { ...this.orderFor(staged), previewOnly: true };
        const { change, focus } = await this.options.build(await this.orderOf(order), onStep);
        if (focus === null) throw new NianjianError('upload-gone');
        const [replaces, shrinks] = [await this.has(staged.name), change.lostShare > maxLostShare];
        return {
          kind: 'checked',
          id: staged.id,
          name: staged.name,
          replaces,
          focus,
          change,
          shrinks,
        };
      } catch (error) {
        await unstage(dataDir, staged.id);
        throw error;
      }
    });
  }

  /** Applies a volume that was checked: it goes among the applied ones once it serves. */
  apply(actor: Actor, id: string, { force = false, onStep }: ReloadOptions = {}): Promise<Outcome> {
    return this.exclusive(actor, 'apply', async () => {
      const staged = await stagedVolume(this.options.dataDir, id);
      const order = { ...this.orderFor(staged), ...(force && { maxLostShare: null }) };
      return this.build({ order, onStep, staged });
    });
  }

  /** @throws NianjianError `upload-gone` */
  async discard(actor: Actor, id: string): Promise<string> {
    const { dataDir } = this.options;
    const { name } = await stagedVolume(dataDir, id);
    await unstage(dataDir, id);
    await this.record(actor, `cancel ${name}`, 'done');
    return name;
  }

  /** Told of every outcome, whoever wished for it. */
  watch(tell: (outcome: Outcome) => void): void {
    this.watchers.add(tell);
  }

  /** Puts something an admin did into the audit log. */
  record(who: Actor, what: string, result: string): Promise<void> {
    return this.options.audit.append({ who, what, result });
  }

  /** What another began and has not ended; what the start brings is nobody's wish. */
  get underWay(): Work | undefined {
    return this.work?.what === 'start' ? undefined : this.work;
  }

  private async exclusive(
    actor: Actor,
    what: Work['what'],
    run: () => Promise<Outcome>,
  ): Promise<Outcome> {
    // A person waits for the start's work rather than being turned away.
    if (this.work?.what === 'start') await this.starting;
    if (this.work !== undefined) {
      const busy: Outcome = { kind: 'busy', work: this.work };
      await this.record(actor, what, resultOf(busy));
      return busy;
    }
    this.work = { actor, what, since: new Date() };
    try {
      return await this.finish(actor, what, await this.attempt(run));
    } finally {
      this.work = undefined;
    }
  }

  private async attempt(run: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await run();
    } catch (error) {
      const more = error instanceof BuildRefused ? error.more : [];
      return { kind: 'failed', problem: problemOf(error), more };
    }
  }

  private async finish(actor: Actor, what: string, outcome: Outcome): Promise<Outcome> {
    for (const tell of this.watchers) tell(outcome);
    await this.record(actor, what, resultOf(outcome));
    return outcome;
  }

  private async build({
    order,
    onStep,
    staged,
  }: {
    readonly order: Partial<BuildOrder>;
    readonly onStep?: OnStep | undefined;
    readonly staged?: StagedVolume;
  }): Promise<Outcome> {
    const { build, dataDir, corpusDir, keep, onProblem } = this.options;
    const began = performance.now();
    const outcome = await build(await this.orderOf(order), onStep);
    if (!outcome.built) return { kind: 'held-back', number: this.history.serving ?? 0 };
    const { change, snapshot, inputs } = outcome;
    for (const problem of change.warnings.first) {
      if (problem.code.startsWith('file-')) onProblem(problem);
    }
    onStep?.('load', 0, 1);
    const { now } = this.options.library;
    const known = this.history.generations.find(({ number }) => number === now?.number);
    // What serves already need not be loaded again.
    const loaded =
      known?.snapshot === snapshot ? null : await loadGeneration(join(dataDir, snapshot));
    const placed = staged && (await placeVolume(dataDir, staged));
    try {
      const builtAt = new Date().toISOString();
      const history = withBuilt(this.history, { snapshot, corpusDir, builtAt, inputs }, keep);
      const entry = history.generations.at(-1) as HistoryEntry;
      await this.enter(history, entry, loaded);
    } catch (error) {
      await placed?.undo();
      throw error;
    }
    await placed?.keep();
    await prune(dataDir, 1).catch(() => {});
    const number = this.history.serving ?? 0;
    return { kind: 'reloaded', change, number, tookMs: performance.now() - began };
  }

  /** On disk first, so that what serves is what a restart finds. */
  private async enter(
    history: History,
    { number, builtAt }: HistoryEntry,
    loaded: LoadedGeneration | null,
  ): Promise<void> {
    const { dataDir, library } = this.options;
    await writeHistory(dataDir, history);
    this.history = history;
    if (loaded === null) return;
    library.replace({ ...loaded, number, builtAt: new Date(builtAt), since: new Date() });
  }

  private async load(
    { snapshot }: Pick<HistoryEntry, 'snapshot'>,
    onProblem: (problem: Problem) => void,
  ): Promise<LoadedGeneration | null> {
    const { dataDir, corpusDir } = this.options;
    try {
      const loaded = await loadGeneration(join(dataDir, snapshot));
      return loaded.corpusDir === corpusDir ? loaded : null;
    } catch (error) {
      if (!(error instanceof NianjianError)) throw error;
      onProblem(error.problem);
      return null;
    }
  }

  /** The one that served last; where it is damaged the one before; where all are lost, by age. */
  private async lastGood(): Promise<HistoryEntry | undefined> {
    const { dataDir, corpusDir, onProblem } = this.options;
    const { generations, serving } = this.history;
    const last = generations.find(({ number }) => number === serving);
    const newer = generations.filter((one) => one !== last && !olderOf(this.history).includes(one));
    const order = [
      ...(last === undefined ? [] : [last]),
      ...olderOf(this.history),
      ...newer.reverse(),
    ];
    const known = generations.length > 0 ? order : await byAge(dataDir, corpusDir);
    for (const entry of known.filter((one) => one.corpusDir === corpusDir)) {
      const loaded = await this.load(entry, onProblem);
      if (loaded === null) continue;
      const rest = generations.length > 0 ? generations : [entry];
      const heldBack = entry === last ? this.history.heldBack : null;
      const history = { serving: entry.number, heldBack, generations: rest };
      await this.enter(history, entry, loaded);
      return entry;
    }
    return undefined;
  }

  private orderFor({ name, path }: StagedVolume): Partial<BuildOrder> {
    return { over: { [name]: path }, focus: name };
  }

  private async orderOf(order: Partial<BuildOrder>): Promise<BuildOrder> {
    const { corpusDir, lexiconDir, dataDir, maxLostShare } = this.options;
    const serving = this.history.generations.find(({ number }) => number === this.history.serving);
    return {
      ...{ corpusDir, lexiconDir, dataDir, maxLostShare },
      ...{ previewOnly: false, focus: null, heldBack: null },
      before: serving === undefined ? null : join(dataDir, serving.snapshot),
      ...order,
      over: { ...(await appliedVolumes(dataDir)), ...order.over },
    };
  }

  private async has(name: string): Promise<boolean> {
    const { corpusDir, dataDir } = this.options;
    if (Object.hasOwn(await appliedVolumes(dataDir), name)) return true;
    return stat(join(corpusDir, name)).then(
      () => true,
      () => false,
    );
  }
}

/** What it fails with is met again, and told, when a generation is loaded. */
function loadDictionary(): void {
  try {
    loadJieba();
  } catch {}
}

function problemOf(error: unknown): Problem {
  if (error instanceof NianjianError) return error.problem;
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', detail: { reason }, place: {} };
}
