/**
 * Names of things that may stand word for word in a volume: indicators as statistics name them,
 * and events, bodies and titles that have no shorter name in use..
 */
export const names: readonly string[] = [
  '全体居民人均可支配收入',
  '全社会研发经费投入',
  '地方一般公共预算收入',
  '社会消费品零售总额',
  '规模以上工业增加值',
  '世界防治荒漠化与干旱日',
  '中国-中亚荒漠化防治合作中心',
  '农业产业化国家重点龙头企业',
  '国际葡萄酒文化旅游博览会',
  '布鲁塞尔国际葡萄酒大奖赛',
];
