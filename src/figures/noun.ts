import { isMadeOf } from '../text/made-of.js';
import { YEAR_DIGITS } from '../text/years.js';
import { CUT_VERBS, LEADS, REGIONS, SHORT_LEADS } from './words.js';

/** A stretch of the normalised text: offsets, so that the printed form can be cut out. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const DATE = `(?:截至|截止|到|至|自|从)?(?:${YEAR_DIGITS}(?:年?[-—至到~](?:19|20)?[0-9]{2,4})?年(?:度|底|末|初|前|后|以来|期间)?|[0-9一二三四五六七八九十]{1,3}(?:[-—至到~][0-9一二三四五六七八九十]{1,2})?月份?(?:底|末|初)?(?![均度])|提前[0-9一二两三四五六七八九十半]{1,2}(?:年|个月)|${YEAR_DIGITS}(?:年)?[和、与](?:${YEAR_DIGITS}|[0-9]{2})两?年|[0-9]{1,2}日|(?:过去|近|这|最近)?[0-9一二三四五六七八九十]{1,3}年(?:来|间|内|多)?(?!义务|一贯|级|行动|计划|规划|期|制|攻坚|任务)|第?[一二三四1-4]季度末?|前[一二三两四]个?季度|上半年|下半年|全年|本年|年末|年底|月末)`;
const LEAD = new RegExp(
  `^(?:[ \\u3000、,]|按[^,;。、]{1,12}?(?:折算|计算|折合)|(?:超过|高于|低于|超出)(?:原定?|年度|年初)?(?:计划|目标)|${DATE}|${LEADS}|(?:${REGIONS})(?!统|人民代表|政府|人大|级|本级|直属)|${SHORT_LEADS}|[·-])`,
);
/** 我市 and 全区 before a noun; 全区性会议 is a noun itself. */
const REGION_NOUN = /^(?:全[国区省市县旗州])性/;

/** Drops dates, regions, hedges and connectives from the front; may leave nothing. */
export function trimLeads(text: string, start: number, end: number): Stretch {
  let from = start;
  while (from < end) {
    const rest = text.slice(from, Math.min(end, from + 24));
    if (REGION_NOUN.test(rest)) break;
    const hit = LEAD.exec(rest);
    if (hit === null || hit[0].length === 0) break;
    from += hit[0].length;
  }
  return { start: Math.min(from, end), end };
}

/** Drops spaces, list marks, adverbs and 其中 from the end. */
export function trimTail(text: string, start: number, end: number): Stretch {
  let to = end;
  while (to > start) {
    const hit = TAIL.exec(text.slice(Math.max(start, to - 26), to));
    if (hit === null) break;
    to -= hit[0].length;
  }
  return { start, end: to };
}

const TAIL = new RegExp(
  `(?:[ \\u3000、,:]|连续(?:[0-9]+|[一二两三四五六七八九十]+)个?(?:年|月|季度)(?:保持)?|[由从](?:上年|去年|前[一二两三四五几]年)(?:同期|末)?的?|其中|分别|累计|合计|共计|总计|又|再|已经|已|(?<![年人平日月])均|都|各|共(?!公)|全部|预计|大约|约|只有|仅|将|实际(?=$)|全年|初步|往往|仍然|仍|却|也|还|则|就|其|了|近|超|逾|可|基本|折合|人民币|的|连年|逐年|连续|继续|持续|大幅|稳步|平均每年|(?<![需主重必摘纪概首])要|可以|能够|可能|必须|每年|却以|(?<=[\\u4e00-\\u9fff]{2}(?<![可所得难足加]))以|(?<=[\\u4e00-\\u9fff]{2})(?:到|至)?${YEAR_DIGITS}年底?|在[^,;。、]{2,20}(?:基础上|情况下|条件下|前提下)|(?<=[\\u4e00-\\u9fff]{2})(?:勇夺|夺得|摘得|斩获|揽获|(?<![获取所难值心])得)|由负转正|由降转升|止跌回升|扭亏为盈|(?<=[\\u4e00-\\u9fff]{2})(?:去年|上年|今年|本年|上半年|下半年|第?[一二三四1-4]季度|前[一二三]季度|[0-9一二三四五六七八九十]{1,2}月份)|(?<=[\\u4e00-\\u9fff]{4})(?:计划|预期))$`,
);

const CUT = new RegExp(`(?:${CUT_VERBS})`, 'g');
const SUPPORT =
  /^(?:组织|认真|积极|依法|深入|牵头|参与)(?=(?:评选|召开|开展|实施|编写|编制|制定|举办|起草|修订|查处|培训|建设|选派|排查|申报))/;

const VERB = new RegExp(CUT_VERBS, 'gy');

/** 新建通车, 改扩建投产. */
function isOnlyVerbs(phrase: string): boolean {
  const opened = /(?:通车|投产|投用|投运|运营)$/.exec(phrase);
  return opened !== null && isMadeOf(phrase.slice(0, opened.index), VERB);
}

/** 公安机关共立刑事案件: who acts stands before 共. */
const TOTAL =
  /^[\u4e00-\u9fff]{2,12}?(?<![公中一总])(?:累计|全年|年内|共计?(?![建享同有青产和]))(?=[\u4e00-\u9fff]{2})/;

/**
 * Where 起草文件 begins in 市政府法制办起草文件: the reporting subject before the first verb of
 * doing is dropped, and so is a supporting verb before the real one (组织评选).
 */
export function fromFirstVerb(text: string, stretch: Stretch, keepSubject: boolean): Stretch {
  const phrase = text.slice(stretch.start, stretch.end);
  let offset = 0;
  if (!keepSubject) {
    CUT.lastIndex = 0;
    for (let hit = CUT.exec(phrase); hit !== null; hit = CUT.exec(phrase)) {
      if (hit.index === 0) break;
      if (phrase.length - hit.index - hit[0].length < 1) break;
      if (isNominal(phrase, hit.index, hit.index + hit[0].length)) continue;
      offset = hit.index;
      break;
    }
    const degree = /(?:平均|人均|新|再|城乡|城镇|城市|农村|乡村)$/.exec(phrase.slice(0, offset));
    if (degree !== null) offset -= degree[0].length;
  }
  // 高速公路新建通车: with verbs alone left, what they are done to is the name.
  if (isOnlyVerbs(phrase.slice(offset))) offset = 0;
  const total = TOTAL.exec(phrase.slice(offset));
  if (total !== null && !keepSubject) offset += total[0].length;
  const support = SUPPORT.exec(phrase.slice(offset));
  return {
    start: stretch.start + offset + (support === null ? 0 : support[0].length),
    end: stretch.end,
  };
}

/** 的审查, 被起诉, inside 《》 or quotes: the verb stands within a noun phrase. */
function isNominal(phrase: string, at: number, end: number): boolean {
  const left = phrase.slice(0, at);
  if (/(?:[的被所未不待]|各[类项种])$/.test(left)) return true;
  if (
    /^(?:[量率数额值费权者力]|工作|活动|能力|情况|用户|人员|机构|单位|床位|设施)/.test(
      phrase.slice(end),
    )
  )
    return true;
  const opened = (left.match(/[“《(]/g) ?? []).length;
  const closed = (left.match(/[”》)]/g) ?? []).length;
  return opened > closed;
}
