/** Whole numbers below `below`, the same run after run. */
export function createRandom(seed) {
  let state = seed;
  return (below) => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const characters = [
  ...'粮食牛奶蔬菜水利公路铁医旅游煤炭电力造林外贸财政金融就业科技邮文物档案统计审气象震消防民体育',
  ...'桥港湖岛峰岭川泉谷原城镇村寨堡渠坝闸窑矿井场馆园塔亭阁楼厅院所站厂社店铺坊库仓棚圈',
  ...'松柏桦榆柳槐桐枫杉竹兰菊荷莲梅桃李杏梨枣栗茶麻棉豆麦稻谷粟薯椒蒜葱姜瓜藕菇',
];
const measures = ['产量', '面积', '收入', '总额', '人数', '投资', '里程', '产值'];
const places = [
  '呼和浩特市',
  '包头市',
  '赤峰市',
  '通辽市',
  '鄂尔多斯市',
  '呼伦贝尔市',
  '乌海市',
  '兴安盟',
];

/** What entry `i` of volume `f` is about: three characters, seldom those of another entry. */
function topicOf(f, i) {
  const random = createRandom(f * 100_003 + i + 1);
  random(2);
  return Array.from({ length: 3 }, () => characters[random(characters.length)]).join('');
}

/** Name of a volume's file, and of the volume. */
export const fileOf = (f) => `内蒙古年鉴-${2000 + f}.txt`;
export const volumeOf = (f) => `内蒙古年鉴 ${2000 + f}卷`;

/** A volume of made-up entries; every first sentence carries the mark: it tells whence it comes. */
export function volumeText(f, count, mark) {
  const random = createRandom(f + 1);
  const pick = (list) => list[random(list.length)];
  const lines = [`${2000 + f}卷`];
  for (let i = 0; i < count; i++) {
    if (i % 50 === 0) lines.push(`# ${topicOf(f, -i - 1)}业`);
    const topic = topicOf(f, i);
    const place = pick(places);
    const sentences = Array.from({ length: 3 }, (_, j) => {
      const other = topicOf(f, random(count));
      return (
        `${1999 + f}年，${place}${j === 0 ? topic : other}${pick(measures)}${random(9999) + 1}万吨，` +
        `比上年增长${random(300) / 10}%，记号${mark}。${other}与${topic}${pick(['合办', '协作', '互补', '相邻'])}${random(90) + 2}处。`
      );
    });
    lines.push(`【${topic}】 ${sentences.join('')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Questions that the volumes answer. */
export function createQuestions(seed, { entries, files }) {
  const random = createRandom(seed);
  return () => {
    const f = random(files);
    const topic = topicOf(f, random(entries / files));
    return `${1999 + f}年${topic}${measures[random(measures.length)]}是多少`;
  };
}
