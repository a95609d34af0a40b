/**
 * What web pages print in a heading's brackets: 【字号：大 中 小】, 【打印本页】. The same words begin
 * honest headings too (【编辑出版】, 【关闭煤矿】), so all of the phrase must be clutter.
 */
export function isClutter(heading: string): boolean {
  return labels.test(heading) || buttons.test(heading.replace(/[\s|｜/]+/g, ''));
}

/** A label, with a colon and whatever it labels. */
const labels =
  /^(?:字号|字体|责任编辑|责编|编辑|来源|发布|发布时间|发布日期|浏览|浏览次数|阅读|点击数|时间|日期|分享|分享到)\s*[:：]/;

const buttons =
  /^(?:字号|字体|大号?|中号?|小号?|打印|本页|此页|关闭|窗口|分享|收藏|加入|返回|顶部|首页|纠错|我要|责任编辑|下载|全屏|放大|缩小|加大|减小|还原|复制|链接|推荐|给朋友|繁体|简体)+$/;
