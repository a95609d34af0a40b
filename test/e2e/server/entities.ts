import type { MessageEntity } from '@grammyjs/types';
import type { FormattedText } from './html.js';
import { limits } from './limits.js';

/**
 * What becomes of a text and its entities once Telegram has them: control characters are spaces,
 * the ends are trimmed, styles of one kind are joined, nothing stands inside code, no quote inside
 * a quote, entities that would cross are cut, and what looks like a command, mention or address is
 * marked. At most 100 entities stay. Empty text comes back empty; the caller refuses it.
 */
export function settle(input: FormattedText): FormattedText {
  const { text, entities } = trim(clean(input));
  const blocks = entities.filter(isBlock).sort(outerFirst);
  const quotes = blocks.filter(
    (block, i) =>
      isQuote(block) && !blocks.some((o, j) => j < i && isQuote(o) && overlap(o, block)),
  );
  const codes = blocks.filter(
    (block, i) => isCode(block) && !blocks.some((o, j) => j < i && isCode(o) && overlap(o, block)),
  );
  const links = blocks.filter(
    (block, i) =>
      !isQuote(block) &&
      !isCode(block) &&
      !codes.some((code) => overlap(code, block)) &&
      !blocks.some((o, j) => j < i && !isQuote(o) && !isCode(o) && overlap(o, block)),
  );
  const kept = [...quotes, ...codes, ...links];
  const styled: MessageEntity[] = [];
  for (const type of styleTypes) {
    styled.push(...styleRuns(type, entities, [...kept, ...styled], codes, text));
  }
  const marked = detect(text, [...codes, ...links]);
  const all = [...kept, ...styled, ...marked].sort(outerFirst).slice(0, limits.entities);
  return { text, entities: all };
}

const styleTypes = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const;

function isBlock(entity: MessageEntity): boolean {
  return !(styleTypes as readonly string[]).includes(entity.type);
}

function isCode(entity: MessageEntity): boolean {
  return entity.type === 'code' || entity.type === 'pre';
}

function isQuote(entity: MessageEntity): boolean {
  return entity.type === 'blockquote' || entity.type === 'expandable_blockquote';
}

function endOf(entity: MessageEntity): number {
  return entity.offset + entity.length;
}

function overlap(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < endOf(b) && b.offset < endOf(a);
}

function outerFirst(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length || priority(a) - priority(b);
}

function priority(entity: MessageEntity): number {
  return isQuote(entity) ? 0 : isCode(entity) ? 1 : isBlock(entity) ? 2 : 3;
}

/** One style: its stretches joined, taken out of code, cut where a block would be crossed. */
function styleRuns(
  type: (typeof styleTypes)[number],
  entities: readonly MessageEntity[],
  blocks: readonly MessageEntity[],
  codes: readonly MessageEntity[],
  text: string,
): MessageEntity[] {
  const own = entities.filter((entity) => entity.type === type).sort(outerFirst);
  const joined: Run[] = [];
  for (const entity of own) {
    const last = joined.at(-1);
    if (last !== undefined && entity.offset <= last.end)
      last.end = Math.max(last.end, endOf(entity));
    else joined.push({ start: entity.offset, end: endOf(entity) });
  }
  return joined
    .flatMap((run) => outside(run, codes))
    .flatMap((run) => uncrossed(run, blocks))
    .filter((run) => text.slice(run.start, run.end).trim() !== '')
    .map((run) => ({ type, offset: run.start, length: run.end - run.start }));
}

interface Run {
  readonly start: number;
  end: number;
}

function outside(run: Run, codes: readonly MessageEntity[]): Run[] {
  const code = codes.find((c) => c.offset < run.end && run.start < endOf(c));
  if (code === undefined) return [run];
  const before = { start: run.start, end: code.offset };
  const after = { start: endOf(code), end: run.end };
  return [before, after].filter((r) => r.start < r.end).flatMap((r) => outside(r, codes));
}

function uncrossed(run: Run, blocks: readonly MessageEntity[]): Run[] {
  const cuts = blocks.flatMap((block) => {
    const from = block.offset > run.start && block.offset < run.end && endOf(block) > run.end;
    const to = block.offset < run.start && endOf(block) > run.start && endOf(block) < run.end;
    return from ? [block.offset] : to ? [endOf(block)] : [];
  });
  const edges = [run.start, ...new Set(cuts.sort((a, b) => a - b)), run.end];
  return edges.slice(1).map((end, i) => ({ start: edges[i]!, end }));
}

const dropped = /[\r\u2028-\u202e]/g;

function clean({ text, entities }: FormattedText): FormattedText {
  const spaced = text.replace(/\p{Cc}/gu, (c) => (c < ' ' && !'\n\r'.includes(c) ? ' ' : c));
  if (!/[\r\u2028-\u202e]/.test(spaced)) return { text: spaced, entities };
  const moved = (at: number) => spaced.slice(0, at).replace(dropped, '').length;
  return { text: spaced.replace(dropped, ''), entities: entities.map((e) => within(e, moved)) };
}

function trim({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.replace(/[ \n]+$/, '').replace(/^[ \n]+/, '');
  const lead = text.length - text.replace(/^[ \n]+/, '').length;
  const moved = (at: number) => Math.min(Math.max(at - lead, 0), trimmed.length);
  return {
    text: trimmed,
    entities: entities.map((entity) => within(entity, moved)).filter((e) => e.length > 0),
  };
}

function within(entity: MessageEntity, moved: (at: number) => number): MessageEntity {
  const offset = moved(entity.offset);
  return { ...entity, offset, length: moved(endOf(entity)) - offset };
}

const marks = [
  [
    'bot_command',
    /(?<![\p{L}\p{N}_/@])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu,
  ],
  ['url', /https?:\/\/[^\s<>"，。；！？（）【】]+/gi],
  ['mention', /(?<![\p{L}\p{N}_@])@[A-Za-z][A-Za-z0-9_]{1,31}(?![\p{L}\p{N}_])/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
] as const;

function detect(text: string, taken: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const [type, pattern] of marks) {
    for (const match of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  return found;
}
