import { describe, type Language, type Problem } from '../errors.js';
import type { ChangeReport } from './change.js';
import type { Actor, Outcome, Work } from './outcome.js';

/** What doing something to the corpus came to, for those who keep it: below 4,000 characters. */
export function outcomeText(outcome: Outcome, language: Language): string {
  const words = texts[language];
  switch (outcome.kind) {
    case 'reloaded': {
      const { change, number, tookMs } = outcome;
      return [
        fill(words.reloaded, { ...change }),
        fill(words.now, { ...change, figures: change.figures ?? 0, number }),
        fill(words.took, { seconds: (tookMs / 1000).toFixed(1), reused: change.reused }),
        ...applied(change, language),
        ...toCheck(change, language),
      ].join('\n');
    }
    case 'rolled-back': {
      const { from, number, builtAt, report, passed } = outcome;
      const built = builtAt.toISOString();
      return [
        fill(words.rolledBack, { from, number, built, ...report }),
        words.filesStay,
        ...listed(passed, passed.length, language),
      ].join('\n');
    }
    case 'checked': {
      const { name, replaces, focus, change, shrinks } = outcome;
      return [
        fill(replaces ? words.replaces : words.isNew, { name: cut(name, 120) }),
        fill(words.focus, {
          volume: cut(focus.volume ?? '?', 120),
          entries: focus.entries,
          encoding: (focus.encoding ?? '?').toUpperCase(),
        }),
        fill(words.would, { ...change }),
        ...(shrinks ? [fill(words.shrinks, { lost: change.lost, before: change.before })] : []),
        ...duplicates(change, language),
        ...(focus.warnings.length === 0
          ? []
          : [words.toCheck, ...listed(focus.warnings, focus.warnings.length, language)]),
      ].join('\n');
    }
    case 'held-back':
      return fill(words.heldBack, { number: outcome.number });
    case 'failed':
      return [
        words.failed,
        cut(describe(outcome.problem, language), 800),
        ...listed(outcome.more, outcome.more.length, language),
      ].join('\n');
    case 'busy':
      return busyText(outcome.work, language);
  }
}

/** Who is at it, and since when. */
export function busyText({ actor, what, since }: Work, language: Language): string {
  const words = texts[language];
  return fill(words.busy, {
    who: actorText(actor),
    what: words.works[what],
    since: since.toISOString().slice(11, 19),
  });
}

/** @example actorText({ id: 4242, name: '主任' }) // '主任 (4242)' */
export function actorText({ id, name }: Actor): string {
  return id === null ? name : `${cut(name, 60)} (${id})`;
}

function toCheck(change: ChangeReport, language: Language): string[] {
  const { warnings } = change;
  const lines = duplicates(change, language);
  if (warnings.total === 0) return lines;
  return [...lines, texts[language].toCheck, ...listed(warnings.first, warnings.total, language)];
}

/** Whoever mends the folder's file of that name would wonder why nothing changes. */
function applied({ applied: { total, first } }: ChangeReport, language: Language): string[] {
  if (total === 0) return [];
  const names = first.slice(0, 5).map((name) => cut(name, 80));
  const list = `${names.join(', ')}${total > names.length ? ' …' : ''}`;
  return [fill(texts[language].applied, { total, list })];
}

function duplicates({ duplicates: { total, first } }: ChangeReport, language: Language): string[] {
  if (total === 0) return [];
  const examples = first
    .slice(0, 2)
    .map(({ kept, dropped }) => `${place(dropped)} = ${place(kept)}`);
  const list = `${examples.join('; ')}${total > examples.length ? ' …' : ''}`;
  return [fill(texts[language].duplicates, { total, list })];
}

function place({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${cut(file, 80)}:${line}`;
}

function listed(problems: readonly Problem[], total: number, language: Language): string[] {
  const lines = problems.slice(0, 8).map((one) => `• ${cut(describe(one, language), 240)}`);
  return total > lines.length ? [...lines, `… +${total - lines.length}`] : lines;
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

const texts = {
  zh: {
    reloaded: '载入完成：新增 {added}, 修改 {changed}, 删除 {removed}。',
    now: '现有 {volumes} 卷 {entries} 条，{figures} 项数据（第 {number} 代）。',
    took: '用时 {seconds} 秒；{reused} 条没有变化，沿用原有结果。',
    applied: '其中 {total} 个文件由管理员发来，优先于语料文件夹中的同名文件：{list}',
    duplicates: '重复 {total} 条，已略去：{list}',
    toCheck: '需要检查：',
    rolledBack:
      '已从第 {from} 代退回第 {number} 代（{built} 建成）：{volumes} 卷 {entries} 条，{figures} 项数据。重启后仍是这一代。',
    filesStay: '语料文件没有改动；下次 /reload 会按现有文件重新载入。',
    isNew: '收到新卷文件 {name}。',
    replaces: '收到 {name}，将替换同名文件。',
    focus: '读作 {volume}，{entries} 条，编码 {encoding}。',
    would: '应用后：新增 {added}, 修改 {changed}, 删除 {removed}，共 {volumes} 卷 {entries} 条。',
    shrinks: '注意：会失去原有 {before} 条中的 {lost} 条，超过允许的比例。',
    heldBack: '语料与退回前相同，仍用第 {number} 代。',
    failed: '载入失败，原有内容照常服务。',
    busy: '另一次载入正在进行：{who} {what}，{since} (UTC) 开始。请等它完成。',
    works: {
      reload: '重新载入',
      rollback: '退回上一代',
      check: '检查卷文件',
      apply: '应用卷文件',
      start: '启动时更新',
    },
  },
  en: {
    reloaded: 'Reloaded: 新增 {added}, 修改 {changed}, 删除 {removed} (added, changed, removed).',
    now: 'Now {volumes} volumes, {entries} entries, {figures} figures (generation {number}).',
    took: 'Took {seconds} s; {reused} entries did not change and were taken over.',
    applied:
      'Files sent by admins, which go before those of their name in the corpus folder: {total}: {list}',
    duplicates: 'Duplicates dropped: {total}: {list}',
    toCheck: 'To be checked:',
    rolledBack:
      'Went back from generation {from} to {number} (built {built}): {volumes} volumes, {entries} entries, {figures} figures. A restart keeps it.',
    filesStay: 'The corpus files are as they were; the next /reload loads them again.',
    isNew: 'Got a new volume file, {name}.',
    replaces: 'Got {name}; it will replace the file of that name.',
    focus: 'Read as {volume}, {entries} entries, encoding {encoding}.',
    would:
      'Once applied: 新增 {added}, 修改 {changed}, 删除 {removed} (added, changed, removed); {volumes} volumes, {entries} entries in all.',
    shrinks: 'Note: {lost} of {before} entries would be lost, more than is allowed.',
    heldBack: 'The corpus is the one that was gone back from; generation {number} stays.',
    failed: 'Reloading failed; the old content goes on serving.',
    busy: 'Another reload is under way: {who}, {what}, since {since} (UTC). Wait until it is done.',
    works: {
      reload: 'reloading',
      rollback: 'going back a generation',
      check: 'checking a volume file',
      apply: 'applying a volume file',
      start: 'catching up after the start',
    },
  },
} as const;
