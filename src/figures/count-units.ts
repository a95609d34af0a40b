/** Measure words of things counted, a line each as `parseUnits` reads them. */
export const countUnits = `
个 count not=人所,体户,体工商,体经,体私,体劳,体企,性,别,股,税,案
个方面 count
名 count not=单,牌,称,额,录,义,特,师,校,企,胜,城,镇,村,列
位 count not=一,数,于,置,次,居,列,移
人 count not=民,口,才,均,大,类,工,力,数,体,员,士,群,家,生,事,格,文,社,防,保,财,权,物
人次 count
人年 count not=度
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
款 count not=项,式,待,额,物,规,第
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
眼 count not=科,镜,光,睛,前,部,下,中,界,球,病,底
尊 count not=重,敬,严,老,师,称
段 count not=落,位,时,长
碗 count
杯 count not=赛
罐 count not=头,车,体
筐 count
束 count not=缚
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
轮 count not=车,训,换,流,胎,岗,驳,船,候,作
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
金 count not=额,融,属,牌,秋,华,砖,沙,山,湖,桥,门,花,卡,色,文,库,川,黄,鸡,刚
银 count not=行,川,杏,牌,河,铃,团,屑,色
铜 count not=矿,陵,牌,仁,川,业,材,鼓,像,器,锣,色
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
村次 count
团次 count
来回 count
趟 count
回 count not=升,落,顾,归,收,应,复,头
顶 count not=层
顷 count
标台 count
标箱 count
标准箱 count
teu count unit=标箱
当量 count
点 count not=零,一,二,三,四,五,六,七,八,九,位,多,钟,整,半,上,下,以,到,至,击,赞
步 count not=骤,伐,入,行,走
股 count not=份,票,东,权,市,金
手 count not=工,机,续,段,册,术,抓
`;
