/** Which of the comparisons that exclude one another a text names: 环比, 年均, 累计 … */
export function basesIn(normal: string): readonly boolean[] {
  return bases.map((words) => words.test(normal));
}

const bases = [
  /环比/,
  /年均|平均每年|每年平均|年递增/,
  /累计/,
  /两年平均/,
  /实际(?=[增涨上下提降])|扣[除掉]|剔除|刨[去掉除]|真正/,
];
