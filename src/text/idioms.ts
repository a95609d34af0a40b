/**
 * Whether the numeral character at `at` is part of a word that counts nothing: 一般, 统一, 四川,
 * 十足. A closed list of the language's own words; names of programmes are not its business.
 */
export function isIdiom(text: string, at: number): boolean {
  const c = text[at]!;
  const after = AFTER[c];
  if (after !== undefined) {
    after.lastIndex = at + 1;
    if (after.test(text)) return true;
  }
  const before = text[at - 1] ?? '_';
  return BEFORE[c]?.includes(before) === true && !COUNTS.test(text[at + 1] ?? '');
}

const sticky = (source: string): RegExp => new RegExp(`(?:${source})`, 'y');

/** What follows the numeral in a word. */
const AFTER: Record<string, RegExp> = {
  一: sticky(
    '般|些|切|定|直|样|致|线|流|律|旦|度|向|时(?!间)|贯|再|边|方面|系列|看|心|举|行|概|齐|同|并|手|代|味|如|连|经|路|带|体|次性|把手|下子|会儿|点儿|下|(?<!翻一)番(?!茄)|道|生|共|面|片(?!区)|来|批|揽子|窝蜂|刀切|成不变|无|笑|马当先|锤定音|目了然|帆风顺|应俱全|蹴而就|五一十|盘棋|股|阵|身|气|脸|口气|码|站|网|卡|键|站式|号(?=文件|工程|位)|把|盘|场(?=[^,;。、]*(?:战|仗))|(?:如|以)',
  ),
  二: sticky('手|胡|氧化|维|人转|级市场'),
  三: sticky('角(?!钱)|峡|亚|农|角洲|轮车|门峡|沙|江源|北(?=防护|工程|地区|[,;。、])'),
  四: sticky('面|川|周|处|海|邻|平市|季|肢|方(?!面)'),
  五: sticky('谷|金|官|星级|台山|角大楼|四(?:运动|青年|宪法)'),
  六: sticky('安|盘水|盘山|合'),
  七: sticky('夕|里河'),
  八: sticky('方|卦|宝|达岭'),
  九: sticky('江|龙|寨沟|州'),
  十: sticky('足|分(?=[^之0-9]|$)|堰|拿九稳'),
  百: sticky('姓|货|合|科|色(?:市|起义)|度(?!以)|花'),
  千: sticky('方|古|秋|岛|家万户|山'),
  万: sticky('一|物|象|全|岁|里|州|宁|众一心|无一失|家'),
  两: sticky('两|岸|会|侧|院|用|全|翼|边|地|高(?!地)|手|头(?=在外|跑)'),
  零: sticky('件|售|食|星|散|部件|距离|容忍|工经济|碳|排放'),
  陆: sticky('(?![拾佰仟万亿])'),
  伍: sticky('(?![拾佰仟万亿])'),
  肆: sticky('(?![拾佰仟万亿])'),
  拾: sticky('(?![壹贰叁肆伍陆柒捌玖万亿元])'),
  柒: sticky('(?![拾佰仟万亿])'),
  捌: sticky('(?![拾佰仟万亿])'),
};

/** What stands before it in a word. */
const BEFORE: Record<string, string> = {
  一: '统唯单专万逐之第合归划不进',
  二: '不',
  三: '再',
  十: '红',
  千: '秋',
  拾: '收夕取',
  零: '归清',
};

/** After these a digit counts even when a word seems to stand before it: 统一百, 第一百. */
const COUNTS = /[十百千万亿]/;
