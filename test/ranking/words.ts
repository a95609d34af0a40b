import type { Story } from './story.js';

/** What the words of question and text decide. */
export const wordStories: readonly Story[] = [
  {
    name: 'a rare word beats common ones',
    question: '枸杞产业发展得怎么样',
    entries: [
      { heading: '甲', text: '奶产业发展加快，产业规模扩大，产业链延长。' },
      { heading: '乙', text: '枸杞种植面积稳定，品质提升。' },
      { heading: '丙', text: '旅游产业发展加快，产业规模扩大。' },
      { heading: '丁', text: '肉牛产业发展加快，产业规模扩大。' },
    ],
    order: [['乙', '枸杞 stands here alone; 产业 and 发展 stand everywhere']],
  },
  {
    name: 'all words beat some of them',
    question: '黄河生态治理投资',
    entries: [
      { heading: '甲', text: '黄河两岸绿化面积扩大。' },
      { heading: '乙', text: '黄河生态治理全年完成投资，项目按期推进。' },
      { heading: '丙', text: '黄河生态治理持续推进，水质改善。' },
    ],
    order: [
      ['乙', 'all four words'],
      ['丙', 'three of four'],
      ['甲', 'one of four'],
    ],
  },
  {
    name: 'words in one sentence beat the same words far apart',
    question: '高标准农田建设面积',
    entries: [
      {
        heading: '甲',
        text: '高标准教育普及。医院面积扩大。城市建设加快。农田水利改善。',
      },
      {
        heading: '乙',
        text: '学校数量增加。医院条件改善。高标准农田建设面积扩大。道路通畅。',
      },
    ],
    order: [
      ['乙', 'one sentence says it all'],
      ['甲', 'the same words in four sentences about four things'],
    ],
  },
  {
    name: 'the order of the words counts',
    question: '教师培训学校',
    entries: [
      { heading: '甲', text: '学校培训教师，成效明显。' },
      { heading: '乙', text: '教师培训学校成立，成效明显。' },
    ],
    order: [
      ['乙', 'the words as asked, in a row'],
      ['甲', 'the same words the other way round'],
    ],
  },
  {
    name: 'a short passage beats a long one that says the same once',
    question: '民航旅客吞吐量',
    entries: [
      {
        heading: '甲',
        text: `${'公路养护加强，桥梁检修完成，站点布局优化，服务质量提高，'.repeat(6)}民航旅客吞吐量增加。`,
      },
      { heading: '乙', text: '民航旅客吞吐量增加。' },
    ],
    order: [
      ['乙', 'it is about nothing else'],
      ['甲', 'the same clause among many others'],
    ],
  },
  {
    name: 'a long passage that answers beats a short one that only touches',
    question: '地下水超采治理措施有哪些',
    entries: [
      { heading: '甲', text: '地下水位上升。' },
      {
        heading: '乙',
        text: '水利工作扎实推进。全年开展地下水超采治理，措施有关停自备井、调整种植结构、推广节水灌溉。各地落实河长制，巡河护河成为常态。',
      },
    ],
    order: [
      ['乙', 'it tells the measures'],
      ['甲', 'one word of the question, however short'],
    ],
  },
  {
    name: 'a synonym is as good as a word',
    question: '打工的人有多少',
    entries: [
      { heading: '甲', text: '农村劳动力转移就业80万人。' },
      { heading: '乙', text: '种植蔬菜80万亩。' },
      { heading: '丙', text: '完成造林80万亩。' },
    ],
    order: [['甲', '打工 is 就业 by the lexicon']],
  },
  {
    name: 'Traditional characters find Simplified text',
    question: '糧食總產量',
    entries: [
      { heading: '甲', text: '棉花总产量下降。' },
      { heading: '乙', text: '粮食总产量上升。' },
      { heading: '丙', text: '油料面积扩大。' },
    ],
    order: [
      ['乙', 'the same words but for the script'],
      ['甲', 'shares 总产量 alone'],
    ],
  },
  {
    name: 'stop words and politeness decide nothing',
    question: '请问一下贺兰山的岩羊是怎么回事呢',
    entries: [
      { heading: '甲', text: '请问讯员一下楼就到服务台，是怎么回事一问便知。' },
      { heading: '乙', text: '贺兰山岩羊种群扩大。' },
      { heading: '丙', text: '贺兰山葡萄园扩大。' },
    ],
    order: [
      ['乙', '贺兰山 and 岩羊 are what is asked about'],
      ['丙', '贺兰山 alone'],
    ],
  },
];
