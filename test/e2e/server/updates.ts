import type { Update } from '@grammyjs/types';
import type { Bell } from './bell.js';
import type { Clock } from './clock.js';
import { limits } from './limits.js';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;
export type UpdateBody = Omit<Update, 'update_id'>;

/** Sent only to bots that name them. */
const onRequest: ReadonlySet<string> = new Set<UpdateKind>([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

/**
 * What the bot has not confirmed yet, oldest first. Ids rise by one from a number above 1.
 * `allowed_updates` holds for updates that arise after it was set.
 */
export class UpdateQueue {
  private pending: { readonly update: Update; readonly at: number }[] = [];
  private nextId = 730_000_001;
  private allowed: ReadonlySet<string> | undefined;
  private readonly clock: Clock;
  private readonly bell: Bell;
  private readonly listeners = new Set<() => void>();

  constructor(clock: Clock, bell: Bell) {
    this.clock = clock;
    this.bell = bell;
  }

  onArrival(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Undefined when the bot did not ask for this kind. */
  add(body: UpdateBody): Update | undefined {
    if (!Object.keys(body).every((kind) => this.accepts(kind))) return undefined;
    const update: Update = { update_id: this.nextId++, ...body };
    this.pending.push({ update, at: this.clock.now() });
    for (const listen of this.listeners) listen();
    return update;
  }

  /** Undefined leaves the setting as it was; an empty list is the default. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  get allowedKinds(): readonly string[] | undefined {
    return this.allowed && [...this.allowed];
  }

  /** Unconfirmed updates, at most a day old. */
  get all(): readonly Update[] {
    const oldest = this.clock.now() - limits.updateMs;
    this.pending = this.pending.filter(({ at }) => at > oldest);
    return this.pending.map(({ update }) => update);
  }

  /**
   * What getUpdates answers: everything below a positive offset is confirmed and forgotten; a
   * negative one keeps so many from the end; one far in the future is not believed.
   */
  from(offset: number, limit: number): readonly Update[] {
    const kept = this.all;
    if (offset < 0) this.forget(kept.slice(0, Math.max(0, kept.length + offset)));
    else if (offset <= this.nextId + 10) this.forget(kept.filter((u) => u.update_id < offset));
    return this.all.slice(0, limit);
  }

  forget(updates: readonly Update[]): void {
    if (updates.length === 0) return;
    const ids = new Set(updates.map((update) => update.update_id));
    this.pending = this.pending.filter(({ update }) => !ids.has(update.update_id));
    this.bell.ring();
  }

  clear(): void {
    this.pending = [];
  }

  private accepts(kind: string): boolean {
    return this.allowed?.has(kind) ?? !onRequest.has(kind);
  }
}
