import { parseUnits, type Unit } from './units.js';

const COUNT = `
个 count not=人所,体,性,别,股,税,案
个方面 count
个国家 count unit=个
名 count not=单,牌,称,额,录,义,特,师,校,企,胜,城,镇,村,列
位 count not=于,置,次,居,列,移
人 count not=民,口,才,均,大,类,工,力,数,体,员,士,群,家,生,事,格,文,社,防,保,财,权,物
人次 count
人年 count
人日 count
件 count
件次 count
项 count not=目前
项次 count
家 count not=庭,长,属,禽,畜,电,具,居,乡,园,务,政,风,喻
家次 count
户 count not=籍,口,外,型,均,主
户次 count
次 count not=数,级,生,年,日,月,要,区域
期 count not=间,末,望,货,限,初,满,盼
篇 count not=章,幅
条 count not=件,例,约,款,文
头 count not=部,顶,号
只 count not=有,能,要,是,剩,占,需,为,会
口 count not=岸,径,粮,号,味,岁
场 count not=所,馆,景,地,镇,均,域,长
场次 count
起 count not=诉,来,到,草,步,点,源,义,伏,跑,止,用,初,码
座 count not=谈,位,席,落
所 count not=有,属,在,以,得,谓,需,长,做
处 count not=理,置,罚,分,于,级,长,方,境,以
台 count not=湾,阶,州,海,账,风
台次 count
台套 count
台件 count
套 count not=路,餐,种,保,期
辆 count
辆次 count
架 count not=构
架次 count
艘 count
艘次 count
列 count not=入,为,第,席,举,出,全,各
列次 count
支 count not=持,付,出,部,撑,行,柱,援,局,配,线,农,教,医
部 count not=门,队,分,委,署,长,级,件,落,位
部门 count unit=个
本 count not=级,地,年,科,省,市,区,县,月,次,届,土,身,质,部,外币,期,息,轮
册 count
幅 count not=度,员
张 count not=家,力,贴
份 count not=额
批 count not=准,复,评,发,示,捕
批次 count
类 count not=似,别,型
种 count not=植,子,业,养,族,粮,苗,畜,禽,猪,类
级 count not=别,以,联,公务
门 count not=户,诊,店,槛,类,口
间 count not=接,隔,断,歇
间次 count
栋 count
幢 count
株 count not=洲
棵 count
粒 count
颗 count
根 count not=据,本,除
块 count not=状
片 count not=区,面
匹 count not=配
峰 count not=会,值,谷
羽 count
尾 count not=矿,水,气
箱 count
袋 count
瓶 count
盒 count
桶 count
车次 count
班次 count
班列 count unit=列
航班 count unit=班
班 count not=列,子,组
船次 count
笔 count not=试,者,记
单 count not=位,产,一,独,个,项,价,晶,列,体
宗 count not=教,旨
例 count not=如,外,会
枚 count
把 count not=握,关
双 count not=方,边,向,重,创,减,碳,循,拥,季,语,随,休
对 count not=于,外,接,口,象,应,比,全,我,标,内,照,华,此,其
副 count not=主,省,市,县,厅,书,产,总,业,部,处,食
组 count not=织,建,成,合,团,长
轮 count not=训,换,流,胎,岗,驳,船,候,作
轮次 count
届次 count
站 count not=位,在,稳,长,点
层 count not=面,次,级
道 count not=路,德,理
枝 count
朵 count
孔 count
井次 count
口井 count unit=口
盏 count
扇 count
床 count
床位 count unit=张
席 count not=位,次
分 count not=别,为,之,解,类,布,步,配,析,离,局,行,公司,管,工,层,级,散,支,流,享,担,局,校,期,批,县,区
代 count not=表,理,替,价,办,码,会,化,际,言,建
门次 count
课时 count
学时 count
学分 count
版 count not=权,本,块,图
集 count not=中,团,体,聚,约,群,成,合,镇,资,装,市
首 count not=次,个,批,台,套,都,府,位,创,家,先,要,例,席
句 count
字 count
页 count
幕 count
辑 count
卷 count
项目 count unit=个
村次 count
团次 count
来回 count
趟 count
回 count not=升,落,顾,归,收,应,复,头
顶 count not=层
顷 count
家企业 count unit=家
只股票 count unit=只
标箱 count
标准箱 count
teu count unit=标箱
当量 count
点 count not=零,一,二,三,四,五,六,七,八,九,位,多,钟,整,半,上,下,以,到,至,击,赞
步 count not=骤,伐,入,行
股 count not=份,票,东,权,市,金
手 count not=工,机,续,段,册,术,抓
`;

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
gb physical
tb physical
pb physical
eb physical
gbps physical
mbps physical
tbps physical
eflops physical
pflops physical
芯公里 physical
皮长公里 physical
纤芯公里 physical
车道公里 physical
车公里 physical
人工时 physical
载波公里 physical
吨位 physical
个泊位 count unit=个
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
  parseUnits([COUNT, PHYSICAL, MONEY, OTHER].join('\n')),
);
