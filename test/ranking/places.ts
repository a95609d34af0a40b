import type { Story } from './story.js';

/** What heading, exactness, year and region decide. */
export const placeStories: readonly Story[] = [
  {
    name: 'a heading beats a mention',
    question: '滩羊产业',
    entries: [
      { heading: '畜牧业概况', text: '滩羊产业、奶产业、肉牛产业协同推进，屠宰加工能力提升。' },
      { heading: '滩羊产业', text: '滩羊饲养量稳定，品牌价值提升，屠宰加工能力提升。' },
      { heading: '渔业', text: '水产品产量稳定，养殖水面扩大。' },
    ],
    order: [
      ['滩羊产业', 'the question is its heading'],
      ['畜牧业概况', 'a mention beside two others'],
    ],
  },
  {
    name: 'the section above gives an entry its subject',
    question: '残疾人就业',
    entries: [
      { heading: '招聘', path: ['妇女'], text: '举办招聘会，帮助实现就业。' },
      { heading: '专场招聘', path: ['残疾人'], text: '举办招聘会，帮助实现就业。' },
      { heading: '康复', path: ['残疾人'], text: '提供康复服务，配发辅助器具。' },
    ],
    order: [['专场招聘', 'subject by its section, topic by its text; the others lack one of them']],
  },
  {
    name: 'a number is matched exactly',
    question: '3000套保障房',
    entries: [
      { heading: '甲', text: '建成保障房30000套。' },
      { heading: '乙', text: '建成保障房3000套。' },
      { heading: '丙', text: '建成保障房300套。' },
    ],
    order: [['乙', '3000, and neither 30000 nor 300']],
  },
  {
    name: 'a quoted name is matched letter by letter',
    question: '“塞上江南”工程',
    entries: [
      { heading: '甲', text: '江南水乡工程开工，塞上景区工程完工，工程质量合格。' },
      { heading: '乙', text: '“塞上江南”工程开工。' },
    ],
    order: [
      ['乙', 'the name as quoted'],
      ['甲', 'its parts, of two other things'],
    ],
  },
  {
    name: 'the year asked for decides between volumes',
    question: '2023年粮食总产量是多少',
    entries: [
      { volume: '宁夏 2022', heading: '粮食', text: '全区粮食总产量375万吨。' },
      { volume: '宁夏 2023', heading: '粮食', text: '全区粮食总产量378万吨。' },
      { volume: '宁夏 2024', heading: '粮食', text: '全区粮食总产量380万吨。' },
    ],
    order: [['宁夏 2023 粮食', 'the volume that reports on 2023']],
  },
  {
    name: 'an edition reports on the year before',
    question: '2023年鉴里的粮食总产量',
    entries: [
      { volume: '宁夏 2022', heading: '粮食', text: '全区粮食总产量375万吨。' },
      { volume: '宁夏 2023', heading: '粮食', text: '全区粮食总产量378万吨。' },
    ],
    order: [['宁夏 2022 粮食', 'the 2023 edition is the one on 2022']],
  },
  {
    name: 'last year is counted from today',
    question: '去年粮食总产量是多少',
    entries: [
      { volume: '宁夏 2022', heading: '粮食', text: '全区粮食总产量375万吨。' },
      { volume: '宁夏 2023', heading: '粮食', text: '全区粮食总产量378万吨。' },
      { volume: '宁夏 2024', heading: '粮食', text: '全区粮食总产量380万吨。' },
    ],
    order: [['宁夏 2024 粮食', 'today is in 2025']],
  },
  {
    name: 'without a year the newest volume that states the fact goes first',
    question: '宁夏粮食总产量是多少',
    entries: [
      { volume: '宁夏 2022', heading: '粮食', text: '全区粮食总产量375万吨。' },
      { volume: '宁夏 2023', heading: '粮食', text: '全区粮食总产量378万吨。' },
      { volume: '宁夏 2024', heading: '粮食', text: '全区粮食总产量380万吨。' },
    ],
    order: [['宁夏 2024 粮食', 'all three fit; what is newest is what is meant']],
  },
  {
    name: 'the region asked for decides between volumes',
    question: '甘肃苹果产量',
    entries: [
      { volume: '宁夏 2023', heading: '果业', text: '全区苹果产量20万吨。' },
      { volume: '甘肃 2023', heading: '果业', text: '全省苹果产量500万吨。' },
      { volume: '陕西 2023', heading: '果业', text: '全省苹果产量1300万吨。' },
    ],
    order: [['甘肃 2023 果业', 'the volume of the region asked for']],
  },
  {
    name: 'an entry about the subject beats its neighbour that only names it',
    question: '葡萄酒出口额是多少',
    entries: [
      { heading: '葡萄种植', text: '葡萄种植面积60万亩，为葡萄酒酿造提供原料。' },
      { heading: '葡萄酒外贸', text: '葡萄酒出口额2亿元，销往40个国家。' },
      { heading: '外贸', text: '出口额180亿元，进口额40亿元。' },
    ],
    order: [['葡萄酒外贸', 'the figure asked for, of what was asked']],
  },
  {
    name: 'a sibling passage lends its subject, but the one that answers goes first',
    question: '银西高铁客运量是多少',
    entries: [
      {
        heading: '银西高铁',
        text: `${'银西高铁线路全长618公里，沿线设车站20座，列车时速250公里，工程质量优良，沿线绿化完成。'.repeat(4)}\n${'全年客运量950万人次，上座率提高，服务质量改善，站点秩序良好，安全天数延长。'.repeat(4)}`,
      },
      { heading: '公路客运', text: '全年公路客运量3000万人次，班线优化。' },
    ],
    order: [
      ['银西高铁', 'heading and paragraph together are of what was asked'],
      ['公路客运', '客运量 of something else'],
    ],
  },
];
