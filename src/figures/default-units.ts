import { countUnits } from './count-units.js';
import { parseUnits, type Unit } from './units.js';

const PHYSICAL = `
吨 physical
公吨 physical unit=吨
吨公里 physical
吨标准煤 physical
吨标煤 physical unit=吨标准煤
人公里 physical
换算吨公里 physical
公斤 physical unit=公斤
千克 physical
kg physical unit=千克
斤 physical
市斤 physical unit=斤
克 physical not=服,拉,隆,什,山,里,制
g physical unit=克
毫克 physical
mg physical unit=毫克
微克 physical
担 physical not=当,任,保,心,负,忧
石 physical not=油,头,材,板,化,灰,家,榴,墨,像,刻,窟,桥,碑,林,山,料,块,塔,佛,雕,器,子,英,膏,门,坝,牌
斗 physical not=争,志,笔,牛,车,篷,升
两 physical not=岸,会,国,地,广,湖,级,类,种,个,条,项,年,者,院,校,部,省,市,县,侧,面,端,方,次,人,家,名,位,座,江,河,山,区,站,极,利,用,制,癌
磅 physical
盎司 physical
米 physical not=粮
m physical unit=米
公里 physical
千米 physical unit=公里
km physical unit=公里
海里 physical
英里 physical
华里 physical unit=里
里 physical not=程,面,夫
丈 physical not=夫,量
尺 physical not=寸,度,码,子
厘米 physical
公分 physical unit=厘米
cm physical unit=厘米
毫米 physical
mm physical unit=毫米
微米 physical
纳米 physical
nm physical unit=纳米
英寸 physical
亩 physical not=均
亩次 physical
公亩 physical
市亩 physical unit=亩
公顷 physical
平方米 physical
平方公里 physical
平方千米 physical unit=平方公里
平方厘米 physical
平米 physical unit=平方米
㎡ physical unit=平方米
km2 physical unit=平方公里
立方米 physical
立方公里 physical
立方 physical unit=立方米
方 physical not=面,式,案,向,针,便,法,位,阵,可,能,才,略,公里,米
m3 physical unit=立方米
升 physical not=级,至,到,幅,高,入
l physical unit=升
毫升 physical
ml physical unit=毫升
千瓦 physical
千瓦时 physical
千瓦小时 physical unit=千瓦时
兆瓦 physical
兆瓦时 physical
吉瓦 physical
吉瓦时 physical
瓦 physical not=斯
kw physical unit=千瓦
mw physical unit=兆瓦
gw physical unit=吉瓦
kwh physical unit=千瓦时
度电 physical unit=千瓦时
度 physical not=量,假,过
千伏 physical
千伏安 physical
伏 physical not=击
kv physical unit=千伏
兆伏安 physical
马力 physical
匹马力 physical unit=马力
℃ physical
°c physical unit=℃
摄氏度 physical unit=℃
华氏度 physical
分贝 physical
赫兹 physical
兆赫 physical
帕 physical not=米
百帕 physical
兆帕 physical
焦耳 physical
千焦 physical
卡路里 physical
千卡 physical
大卡 physical
立方米/秒 physical
标准立方米 physical
载重吨 physical
总吨 physical
综合吨 physical
万千瓦 physical
个标准箱 physical unit=标箱
个标箱 physical unit=标箱
比特 physical
字节 physical
gb physical unit=GB
tb physical unit=TB
pb physical unit=PB
eb physical unit=EB
gbps physical unit=Gbps
mbps physical unit=Mbps
tbps physical unit=Tbps
eflops physical unit=EFLOPS
pflops physical unit=PFLOPS
芯公里 physical
皮长公里 physical
纤芯公里 physical
车道公里 physical
车公里 physical
人工时 physical
载波公里 physical
吨位 physical
`;

const MONEY = `
元 money not=旦,素,件,首,老
元钱 money unit=元
元人民币 money unit=元
人民币元 money unit=元
人民币 money unit=元
块 money unit=元
块钱 money unit=元
圆 money unit=元
角 money not=色,度,落,逐
分钱 money unit=分
美元 money
美金 money unit=美元
元美元 money unit=美元
欧元 money
元欧元 money unit=欧元
港元 money
港币 money unit=港元
元港币 money unit=港元
日元 money
日币 money unit=日元
元日币 money unit=日元
英镑 money
镑 money unit=英镑
法郎 money
瑞士法郎 money
卢布 money
台币 money unit=新台币
新台币 money
元新台币 money unit=新台币
澳元 money
澳门元 money
加元 money
加拿大元 money unit=加元
新加坡元 money
新元 money unit=新加坡元
韩元 money
泰铢 money
卢比 money
马克 money
里拉 money
比索 money
林吉特 money
第纳尔 money
瑞郎 money unit=瑞士法郎
越南盾 money
盾 money
特别提款权 money
图格里克 money
银元 money
块银元 money unit=银元
元银元 money unit=银元
枚银元 money unit=银元
块大洋 money unit=银元
大洋 money unit=银元 not=洲,彼
两白银 money unit=两
两银子 money unit=两
银两 money unit=两
贯 money not=穿,彻,通,注,标,入
吊钱 money unit=吊
坚戈 money
`;

const OTHER = `
成 part unit=% not=为,立,果,功,员,本,绩,品,效,就,长,都,交,型,套,群,片,建,熟,年,因,份,分,活,人
个百分点 part unit=百分点
百分点 part
个千分点 part unit=千分点
个基点 part unit=基点
基点 part
倍 multiple not=增,加
番 multiple not=禺,茄
年 time
个年头 time unit=年
年度 time unit=年
个年度 time unit=年
周年 time unit=年
学年 time unit=年
个月 time unit=月
个月大 time unit=月
个多月 time unit=月
个季度 time unit=季度
季度 time
个星期 time unit=周
星期 time unit=周
个周 time unit=周
周 time not=边,期,岁,围,口,知,恩,到
天 time not=津,然,下,空,水,气,府,山
昼夜 time
日 time not=报,本,常,益,前,均,元,币,喀
个工作日 time unit=工作日
工作日 time
个小时 time unit=小时
小时 time
个半小时 time unit=小时
分钟 time
秒 time
秒钟 time unit=秒
毫秒 time
岁 age
周岁 age unit=岁
月龄 age
`;

/** The units every reader of official prose knows; `FigureTables.units` adds to them. */
export const defaultUnits: readonly Unit[] = Object.freeze(
  parseUnits([countUnits, PHYSICAL, MONEY, OTHER].join('\n')),
);
