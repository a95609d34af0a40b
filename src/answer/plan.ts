import type { StatedFigure } from './stated-figure.js';

/** Whether a plan or forecast is asked for: 预期增长多少, 计划造林多少. A result is, where one is named. */
export function wantsPlan(normal: string): boolean {
  return aims.test(normal) && !results.test(normal);
}

/** 定的增速是多少: a plan where there is one, else what was settled on. */
export function preferPlan(normal: string): boolean {
  return settled.test(normal) && !results.test(normal);
}

/** 要砸多少钱: what is to come, or what a thing takes; a plan and a result are both open. */
export function mayMeanPlan(normal: string): boolean {
  return open.test(normal) && !results.test(normal);
}

const open =
  /(?<![需主重必还])要(?![求么不])[^,，。]{0,4}?(?:多少|几)|(?:最[少多]|至少|最低|最高|不[少多低高]于|不超过)(?:多少|几)/;

const settled = /定的|定了|(?<![固规一确稳锁决额])定(?=多少|几)/;

/** 要新增几张床位: no plan by its own name, so what an entry states without one may be meant. */
export function isIntent(normal: string): boolean {
  return !/预期|预计|目标|任务|规划|计划(?![新修建造培改投筹招办从由])/.test(normal);
}

/** Not what bears a plan in its name: 计划生育, “双高计划”学校. */
const aims =
  /预期(?!寿命)|预计|原定|原[本先来]?计划|计划[给为让把]|预定|\d年计划(?!生育|[内外]|经济|单列|[^,，。]{0,6}完成)|计划的(?=[^,，。]{1,8}多少)|目标|力争|争取|打算|期望(?!寿命)|锚定|瞄准|安排(?=(?:几|多少)(?!人))|准备[再新建投办发修改造开种招涨增提降减]|至少要|最少要|定[为在]|控制在|任务[是为数有]?多少|(?:建设|工作|年度)任务[?？]?$|规划(?:到|在|期末|值|数)|拟(?=[^,，。定]{1,10}(?:多少|几))|明年|上限|下限|[想拟将要](?:[为给让使把][^,，。]{1,8}?)?(?:稳|涨|冲|压|控|产|种|造|挖|修|培训|守住|保(?!障|护)|惠及|覆盖|从|由|提|降|确保|做到|新[增建]|控制|保持|完成|实现|达到?|到(?=多少|几|百分)|打(?!工|造|击|破)|办|建|投资?|增长|增加|安排|发行|招收?)|计划(?=[增新完投建造达提涨降减办实培改修开筹招引发安收支花产种]|递|平均|[里中](?=[^,，。]{0,8}(?:多少|几))|[一总]共|合计|多少|几|指标|数|要|在|于|把|是|到|从|由|[?？,，。]|$)/;

/** What has come about, even beside the aim it is measured by: 目标完成了多少. */
const results =
  /实际(?!使用|利用|到位)|实绩|最终|真正|完成(?:了|情况|得|率)|实现了|达到了|达成|落实了|(?:实现|完成|达到|落实|做到|超过|兑现)[^,，。]{0,10}了(?:吗|没有?|么)?[?？]?$/;

/** Whether a figure is a plan or forecast: by itself, or by the heading above it. */
export function isPlan({ figure, place }: StatedFigure): boolean {
  return figure.target === true || announcesPlans.test(place.heading);
}

/** Not 实现多重预期目标 or 主要目标全面完成, which tell of results. */
const announcesPlans =
  /(?<!(?:实现|完成|达到)[^,，。]{0,6})(?:预期目标|主要目标|计划指标|目标任务)(?=[是为和及与的]|安排|建议|\P{Script=Han}|$)/u;

/** Whether the words around a figure let it be taken for a plan where one is asked for. */
export function mayBePlan({ place }: StatedFigure): boolean {
  if (place.isReported) return false;
  // 新增就业8.2万人以上: a least, with no word of what was reached.
  if (/\d[^,;。]*以[上内]/.test(place.clause) && !/[达为超已了至占有]/.test(place.clause))
    return true;
  return perhaps.test(place.sentence);
}

/** 拟新建300座, 将增长5%, 要达到90%; not 主要河流3条, 重要赛事60项, 将近3万人. */
const willBe = /(?:拟|将(?!近)|(?<![主重需必首概摘纪简])要(?![求素点件闻事]))(?=[^,。]{0,8}\d)/;

const perhaps = new RegExp(`目标|计划|任务|预期|预计|力争|争取|规划|${willBe.source}|到20\\d\\d年`);

/**
 * Whether the words before a figure, its clause or its heading tell what is to come, more surely than
 * {@link mayBePlan} says: a plan printed behind it in the sentence is of something else.
 */
export function tellsPlan({ figure: { span }, place }: StatedFigure): boolean {
  const { before, clause, heading } = place;
  return plans.test(`${before}${span} ${clause} ${heading}`);
}

const plans = new RegExp(
  `预期目标|主要目标|目标[是为:]|(?:力争|争取(?!到)|确保)(?=[^;。]{0,30}\\d)|控制在|不少于|不低于|计划(?=[新完安投建])|${willBe.source}`,
);
