import { answerCue } from './answer-cues.js';
import { asksGrade } from './answer-type.js';
import type { Question } from './question.js';

/** Kinds of question that sentences are weighed by, each with weights of its own. */
export const questionKinds = [
  'amount',
  'time',
  'person',
  'place',
  'reason',
  'list',
  'name',
  'other',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What in a text could answer a question. */
export interface AnswerPattern {
  readonly kind: QuestionKind;
  /** What the kind's answers look like; common, so it tells little. Global. */
  readonly likely: RegExp;
  /** What this question's answer must look like; null where it cannot be told. Global. */
  readonly strict: RegExp | null;
  /** A number in the measure word asked for; null where none is: 多少人 `\d人`. */
  readonly measure: RegExp | null;
}

export function answerPattern({ normal, answerType }: Question): AnswerPattern {
  const kind = kindOf(normal, answerType);
  const cue = kind === 'other' || kind === 'list' ? answerCue(normal) : null;
  const measure = /(?:多少|几)(\p{Script=Han})/u.exec(normal)?.[1];
  return {
    kind,
    likely: likely[kind],
    strict: strictOf(normal, answerType) ?? cue,
    measure:
      measure === undefined || '是有年月时天'.includes(measure)
        ? null
        : new RegExp(`[\\d一二三四五六七八九十百千万亿两多余]${measure}`),
  };
}

function kindOf(normal: string, type: Question['answerType']): QuestionKind {
  switch (type) {
    case 'rank':
      return 'amount';
    case 'amount':
    case 'time':
    case 'person':
    case 'place':
    case 'reason':
      return type;
    default:
      if (/叫什么|什么名|名[称字]|称[作为之]|又名|别名|别称|名为/.test(normal)) return 'name';
      return type === 'list' ? 'list' : 'other';
  }
}

/** Most common ones, of one character. */
export const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁马方袁柳鲍史唐薛雷贺' +
  '倪汤滕罗毕郝安常于傅卞齐康伍余元顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路江童颜郭' +
  '梅林钟徐邱骆高夏蔡田胡凌霍万柯莫房解应丁宣邓郁杭洪包左石崔龚程邢裴陆翁荀惠曲封储段富巫焦巴谷车侯全班' +
  '仰仲伊宁仇栾甘武符刘景龙叶司黎白怀蒲从索赖卓屠池乔闻党翟谭申冉桑边燕尚温庄晏柴瞿阎慕连习容向古易廖耿满' +
  '匡文欧利师聂敖冷辛那简饶空曾沙关查游权盖桓';

const likely: Readonly<Record<QuestionKind, RegExp>> = {
  amount:
    /\d[\d.,]*|[一二三四五六七八九十百千万亿两几数半]+(?=[个名人次件项家所座条种只部块亿万倍岁年级层位对回场届米公里吨克元美])|第[一二三四五六七八九十]/g,
  time: /\d{1,4}年|\d{1,2}月|\d{1,2}日|[一二三四五六七八九〇零十]{2,4}年|世纪|年代|时期|时代|[朝世清明春夏秋冬]|小时|分钟/g,
  person: new RegExp(
    `·|[${surnames}]\\p{Script=Han}{1,2}(?=[，、。（）,()的是在为与和任担曾])|教授|先生|博士|国王|皇帝|总统|主席|导演`,
    'gu',
  ),
  place:
    /[省市县区州国镇乡村岛山河江湖海洋路街道站城港湾洲府郡]|位于|地处|在.{1,8}[部方]|[东南西北]部/g,
  reason: /因[为此而]?|由于|为了|以致|导致|所以|旨在|原因|使得|故|避免|以便/g,
  list: /、|包括|分别|以及|等|有/g,
  name: /称[为作之呼]?|名[为叫是]?|叫[做作]?|[“"「『《]|又[称名]|[a-z]{3,}/g,
  other: /是|为|指/g,
};

/** Offices named: 市长 in 谁当选市长, 局长是谁. */
export function officesIn(normal: string): readonly string[] {
  return normal.match(offices) ?? [];
}

const offices =
  /副?(?:[省市县区州局院校厂所镇乡村会社团处科站馆台军师署部]长(?![江春沙城征度大短远途期假跑篇])|书记|主任|主席|总督|知[县府州]|县令|总经理|董事长|主编|总编)/g;

/** What a grade or turn asked for looks like: 二等, 一级, 第十一次, 五十年一遇. */
export function gradeLike(asked: string): RegExp {
  const number = '[\\d一二三四五六七八九十百特甲乙丙]';
  if (asked.startsWith('第')) return new RegExp(`第${number}+`, 'gu');
  return new RegExp(`${number}a*${asked.replace(/^(?:多少|几)/, '')}`, 'gu');
}

/** 选举陈某为市长, 市长陈某. */
function holderOf(office: string): RegExp {
  const name = `[${surnames}]\\p{Script=Han}{1,2}`;
  const held = `(?<!副)${office}`;
  return new RegExp(
    `${name}(?=[^，,。；;]{0,8}${held})|(?<=${held}[^，,。；;的]{0,3})${name}`,
    'gu',
  );
}

/** By the first rule that applies. */
function strictOf(normal: string, type: Question['answerType']): RegExp | null {
  if (/哪一?年|何年|几几年|哪个年份/.test(normal)) return years;
  if (type === 'time') return times;
  if (type === 'amount' || type === 'rank') return amounts;
  if (/哪里人|哪国人|哪儿人|籍贯|何方人/.test(normal)) return origins;
  if (
    /^[^的]{2,16}(?<![长员记任席者人理军统王帝后授师手家角])是(?:谁|什么人|何人|何许人)[?？]?$/.test(
      normal,
    )
  )
    return roles;
  if (type === 'person') {
    const [office] = officesIn(normal);
    return office === undefined ? likely.person : holderOf(office);
  }
  if (/哪个?国|什么国家|哪一?个国/.test(normal)) return /国|联邦/g;
  const grade = asksGrade.exec(normal)?.[0];
  if (grade !== undefined) return gradeLike(grade);
  if (type === 'place') return places;
  if (type === 'reason') return /因[为此而]?|由于|为了|以致|导致|所以|旨在|原因|使得|避免|以便/g;
  if (/英文|外文|学名|缩写/.test(normal)) return /[a-z]{2,}/g;
  if (/叫什么|什么名|名[称字]|称[作为之]|又名|别名|别称|名为|称号|[本原]名/.test(normal)) {
    return /称[为作之呼]|名[为叫是曰]|叫[做作]?|[“"「『《]|又[称名]|[原本简全俗]名|[a-z]{3,}/g;
  }
  if (/哪[部本首]|什么(?:电影|歌曲?|书|作品|小说|节目)/.test(normal)) return /[《「『“]/g;
  return null;
}

const years =
  /(?:\d{3,4}|[一二三四五六七八九〇零]{4}|民国[\d一二三四五六七八九十]+|元|[\d一二三四五六七八九十]+)年/g;
const times =
  /\d{1,4}年|\d{1,2}月|世纪|年代|[\u4e00-\u9fa5]{1,2}朝|时期|\d{1,2}日|[一二三四五六七八九十]{1,3}[年月日]/g;
const amounts =
  /\d+|[一二三四五六七八九十百千万亿两]{1,4}[个名人次件项家所座条种只部块亿万倍岁年级层位对回场届米公里吨克元美分%成]/g;
const origins = /[国省州县市郡府]\p{Script=Han}{0,4}人|籍|生于|出生/gu;
/** What is told of someone who is asked for by the name: 某某是谁. */
const roles = /[家员师手者将帅王帝妃臣]|人物|之[子女父母妻弟]|[国省州县市]人/g;
const places =
  /[\u4e00-\u9fa5]{1,6}[省市县区州国镇乡村岛山河江湖海洋路街道站城港湾洲府郡]|位于|地处|[东南西北]部/g;
