/**
 * Closed word classes of official prose, as sources for regular expressions: longest first, so
 * that an alternation takes 制定出台 before 制定.
 */
function words(list: string): string {
  return list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|');
}

/** Verbs of doing whose object is counted: 制定五个方案, 起诉198人. */
export const ACHIEVE = words(`
  制定 制订 起草 决定 修订 修改 废止 出台 印发 发布 颁布 公布 下发 编发 编制 编写 编印 编辑 编纂 出版 刊发 刊登 播发 播出 推出 推送 发表
  召开 举办 承办 主办 举行 开展 组织 启动 实施 完成 建成 建立 新建 改建 扩建 续建 在建 开工 竣工 投产 建设 打造 创建 设立 成立 组建 搭建 开通 开设 开办 开放 增设
  查处 查办 查获 侦破 破获 抓获 打掉 捣毁 缴获 起诉 批准 批捕 逮捕 提起 提出 受理 审理 审结 办结 办理 执结 审查 审议 审核 审批 审定 审判 审计 判处 判决 裁定 立案 处分 处理 处置 处罚 问责 约谈 移送 追回 挽回 监督 纠正 督促 抗诉 提请 依法
  培训 培养 培育 选派 选拔 选聘 选举 任命 任免 提拔 调整 引进 招聘 招收 招录 录取 聘任 表彰 奖励 评选 评审 评定 认定 授予 授权 获得 获评 荣获 入选 通过 听取 接受 检查 抽查 检测 监测 巡视 巡察 督查 督导 督办 调研 走访 慰问 接待 接收 接诊 服务 救助 救治 帮助 帮扶 资助 安置 安排 解决 化解 调解 排查 整治 整改 整合 清理 清退 取缔 关闭 关停 淘汰 取消 下放 承接 承担 落实 达成 签订 签署 签约 引导 动员 发动 吸引 吸纳 聚集 集聚 汇聚 储备 谋划 实现 新增 净增 增加 新认定 新发现 发现 发放 发行 发送 拨付 下达 下拨 争取 筹集 筹措 募集 捐赠 捐献 投入 投放 配备 配置 配套 购置 采购 采集 收集 征集 征收 收缴 收到 收回 收治 研制 研发 开发 生产 销售 出口 进口 运送 输送 转移 转化 改造 改扩建 修建 修复 修缮 维修 铺设 架设 安装 种植 栽植 造林 治理 保护 覆盖 惠及 涉及 包括 包含 拥有 设有 辖 下辖 现有 共有 共计 总结提炼 提炼 总结 梳理 形成 列出 部署 确定 明确 规划 遴选 推荐 推选 推广 推进 命名 挂牌 注册 登记 备案 申报 申请 报送 上报 提交 回复 答复 办复 交办 转办 采纳 支持 落地 引入 联合 协调 派出 派驻 出动 投用 启用 上线 接入 更新 更换 加装 检修 抢修 消除 扑救 接报 接处 参加 参与 组织开展 作出 做出 开出 开具 开行 发出 发掘 发展 出具 出动 编排 演出 创作 放映 展出 举报 研究 讨论 宣讲 宣传 改善 建 获 设 派 办 育 种 修 增 判 捕 诉
`);

/** Verbs of doing that are as often nouns: 服务, 建设. */
const NOUN_VERBS = new Set(
  '建设 发展 生产 销售 出口 进口 开发 研究 服务 保护 治理 监督 管理 培训 投入 调整 开放 造林 宣传 规划 配套 推广 审判 支持 监测 检测 救助 研发 改造 登记 注册 申请 维修 种植 转移 在建 依法 采购 更新 讨论 演出 调研 联合 配置 投放 转化 督查 发行 储备 审计 整治 备案 帮扶 申报 检修 巡视 处罚 调解'.split(
    ' ',
  ),
);

/** After these a counted noun is awaited: 完成12项任务. */
export const OBJECT_VERBS = ACHIEVE.split('|')
  .filter((word) => !NOUN_VERBS.has(word))
  .join('|');

/** Those that can begin an indicator, the subject before them being dropped. */
export const CUT_VERBS = OBJECT_VERBS.split('|')
  .filter((word) => word.length > 1 && !/^(?:增加|新增|净增|实现|涉及|覆盖)$/.test(word))
  .join('|');

/** Verbs and prepositions that end the noun phrase after a number: 为30名群众发放救助. */
export const STOP_VERBS = words(`
  进行 争取 发放 建立 承担 获得 获评 获 被 纳入 得到 参与 参加 达到 实现 完成 用于 投入 召开 通过 开展 提供 入选 进入 成功 在 由 向 到 为 给 把 将 均 已 全部 正在 开工 建成 竣工 投产 投用 上市 占 比 较 同比 因此 从而 以上 以内 成为 列入 享受 受益 脱贫 签约 落地 落户 入驻 参展 获批 授予 提升 提高 增长 下降 减少 增加 共 覆盖 举办 制定 出台 批准 审议 受理 是 有 平均 共同 不再 未 开 免费 受到 逐一 逐项 逐件 逐步 达标 驻村 挂职 赴 前往 担任 普及 推动 促进 带动 实施 拥有 运行 顺利 陆续 相继 先后 分别 依法 接受 得以 转入 搬迁 居 位居 列 排 并
`);

/** Verbs that state a level: 达到, 为, 完成. */
export const LINKS = words(`
  翻 达到 达 为 是 有 共有 完成 实现 共 共计 合计 总计 累计 控制在 保持在 稳定在 维持在 约为 仅为 均为 分别为 达成 超额完成 位居 在
  增加到 增长到 增至 增到 提高到 提高至 提升到 提升至 上升到 上升至 升至 升到 扩大到 扩大至 扩展到 扩展至 发展到 拓展到 壮大到 降到 降至 下降到 下降至 回落到 回落至 降低到 降低至 减少到 减少至 减至 减到 缩短到 缩短至 压缩到 压缩至 压减到 压减至 缩小到 缩小至 跌至 攀升至 攀升到 增长至 增加至 涨到 涨至 恢复到 延长到 延长至 提前到 覆盖到 保持 稳定到 回升到 回升至 收窄到 收窄至 迈上 跨越 站上 跃升至 跃升到 只有 仅有 仅 还有 需 不低于 预计达到
`);

/** Those among them that also make nouns: 实施方案, 运行机制. */
export const NOUN_MAKING = '实施|开展|完成|运行|落实|受理|覆盖|提升|增长|推进|参加|参与|建设';

/** Where we are: dropped from the front of an indicator. */
export const REGIONS =
  '全国|全区|全省|全市|全县|全旗|全盟|全州|全镇|全乡|全院|全校|全系统|全自治区|自治区|我国|我省|我区|我市|我县|我旗|我盟|我州|我院|全国各地|各地|全年|内蒙古自治区|内蒙古';

/** Words that only connect, date or hedge: dropped from the front of an indicator. */
export const LEADS = words(`
  其中 仍然 已经 同时 此外 另外 另有 而且 并且 目前 如今 当前 至此 据此 共计 累计 总计 合计 共有 现有 设有 全年 当年 本年 年内 年末 年底 期末 月末 季末 截至目前 去年 上年 今年 预计 初步测算 初步统计 初步核算 初步预计 据初步统计 据初步测算 据统计 据测算 统计显示 数据显示 分别 先后 陆续 相继 依法 积极 认真 扎实 深入 大力 持续 及时 着力 努力 切实 进一步 推动 带动 促进 确保 力争 包括 包含 以及 因此 由此 所以 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 这一年 一年来 一年间 过去一年 近年来 期间 全面 圆满 顺利 特别是 尤其是 尤其 例如 比如 经过治理 年度 本年度 主要 连续
`);

/** One-character words of the same kind, each with what would make it part of a noun. */
export const SHORT_LEADS =
  '共(?![建享同有青产和])|已(?!婚)|还(?![款贷原])|并(?![网购联轨])|将(?!军)|其(?![他它余])|仍|使(?![用命馆])|均(?![价值衡])|也|又|再(?![生贷就造])|且|与|和(?![平谐])|及|的|了|使|让(?!利)|令|到(?![位货期达岗账])|为';
