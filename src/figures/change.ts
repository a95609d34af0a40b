import type { Change } from './figure.js';

export interface Movement {
  readonly change: Change;
  readonly changeWord: string;
  readonly direction: 'up' | 'down';
}

/** Printed words of movement by the change they stand for. */
const WORDS: Record<Change, string> = {
  增长: '增长 递增 上涨 增幅 涨幅 猛增 激增 涨 增',
  增加: '增加 净增加 净增 增收 增支 增产 增亩 增盈 增亏 扩大 增多 多增 扩容',
  提高: '提高 提升 上升 提速 回升 升高 升 加快 提前 上调 前移 改善',
  下降: '负增长 下降 降低 回落 下滑 下跌 降幅 跌幅 跌 降 下调 放缓 收窄 后移 减缓',
  减少: '减少 裁减 减收 减支 减产 减亏 缩短 压减 缩减 压缩 精简 减亩 少增 净减少 减 下浮',
};

/** 比上年多12天, 少3件: movements only where a comparison stands before them. */
const COMPARED: Record<string, Movement> = {
  多: { change: '增加', changeWord: '多', direction: 'up' },
  偏多: { change: '增加', changeWord: '多', direction: 'up' },
  少: { change: '减少', changeWord: '少', direction: 'down' },
  偏少: { change: '减少', changeWord: '少', direction: 'down' },
};

const MOVEMENTS = new Map<string, Movement>();
for (const [change, list] of Object.entries(WORDS) as [Change, string][])
  for (const changeWord of list.split(' '))
    MOVEMENTS.set(changeWord, {
      change,
      changeWord,
      direction: change === '下降' || change === '减少' ? 'down' : 'up',
    });

const alternatives = [...MOVEMENTS.keys()].sort((a, b) => b.length - a.length).join('|');
const MOVES = new RegExp(`(${alternatives})(?:了|达到?|约)?$`);
const COMPARES = /(偏多|偏少|(?<![增净])多|(?<![减缺净])少)[了出]?$/;

/** One character, or a word that ends other words: 应急+提升 is a movement, 新增 and 递增 are not. */
const NOT_MOVES = /(?:新增|倍增|叠加|追加|参加|附加|年增|速度增长|同步提升|[^0-9]的增长)$/;

/** The movement that the text before a number ends in, and where it begins there. */
export function movementAtEnd(left: string): { movement: Movement; at: number } | null {
  const hit = MOVES.exec(left);
  if (hit === null || NOT_MOVES.test(left)) return null;
  return { movement: MOVEMENTS.get(hit[1]!)!, at: hit.index };
}

/** As `movementAtEnd`, for the words that need a comparison before them. */
export function comparedMovementAtEnd(left: string): { movement: Movement; at: number } | null {
  const hit = COMPARES.exec(left);
  return hit === null ? null : { movement: COMPARED[hit[1]!]!, at: hit.index };
}
