import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from './entities.js';
import { formattedText } from './formatted.js';
import { parseHtml } from './html.js';
import { limits } from './limits.js';

const spans = (html: string) => {
  const { text, entities } = settle(parseHtml(html));
  return entities.map((e) => `${e.type} ${text.slice(e.offset, e.offset + e.length)}`);
};

describe('the HTML of messages', () => {
  it.each([
    ['<b>粗</b><strong>体</strong>', ['bold 粗体']],
    ['<i>斜</i>，<em>体</em>', ['italic 斜', 'italic 体']],
    ['<u>下</u> <ins>划</ins>', ['underline 下', 'underline 划']],
    [
      '<s>一</s> <strike>二</strike> <del>三</del>',
      ['strikethrough 一', 'strikethrough 二', 'strikethrough 三'],
    ],
    [
      '<tg-spoiler>谜</tg-spoiler> <span class="tg-spoiler">底</span>',
      ['spoiler 谜', 'spoiler 底'],
    ],
    ['<code>甲</code>', ['code 甲']],
    ['<pre>甲</pre>', ['pre 甲']],
    ['<blockquote>引文</blockquote>', ['blockquote 引文']],
    ['<blockquote expandable>引文</blockquote>', ['expandable_blockquote 引文']],
    ['<BLOCKQUOTE EXPANDABLE>引文</BLOCKQUOTE>', ['expandable_blockquote 引文']],
    ['<a href="https://例子.中国/年鉴">年鉴</a>', ['text_link 年鉴']],
    ['<a href="tg://user?id=42">李</a>', ['text_mention 李']],
    ['<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', ['custom_emoji 👍']],
    ['<a href="年鉴">不是链接</a>', []],
    ['<b>粗<i>又斜</i></b>', ['bold 粗又斜', 'italic 又斜']],
    ['<b></b>空', []],
    ['<b>粗</ >', ['bold 粗']],
    ['<b x="<">粗</b>', ['bold 粗']],
  ])('%s is %j', (html, expected) => {
    expect(spans(html)).toEqual(expected);
  });

  it.each([
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['3 <4> 5', 'Unsupported start tag "4" at byte offset 2'],
    ['增长<5%>', 'Unsupported start tag "5%" at byte offset 6'],
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
    ['<p>段</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['<script>alert(1)</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['<b>粗', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>斜</b></i>', 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'],
    ['</b>', 'Unexpected end tag at byte offset 0'],
    ['<b>粗</b', 'Unclosed end tag at byte offset 6'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<span>底</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<span class="red">底</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href=https://a.cn/b>年</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a href="https://a.cn>年</a>', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">年</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<tg-emoji emoji-id="x">👍</tg-emoji>', 'Invalid custom emoji identifier specified'],
    [
      '&#xD83D;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('%s is refused: %s', (html, reason) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });

  it.each([
    ['&lt;&gt;&amp;&quot;', '<>&"'],
    ['&#24180;&#x9274;', '年鉴'],
    ['A&B', 'A&B'],
    ['&nbsp;&copy;', '&nbsp;&copy;'],
    ['&lt', '<'],
    ['1 > 0', '1 > 0'],
    ['&#0;', '&#0;'],
  ])('%s reads %s', (html, text) => {
    expect(parseHtml(html).text).toBe(text);
  });

  it('keeps the language of a code block only directly inside pre', () => {
    const { entities } = parseHtml('<pre><code class="language-sql">选</code></pre>');
    expect(entities).toEqual([{ type: 'pre', offset: 0, length: 1, language: 'sql' }]);
    expect(parseHtml('<code class="language-sql">选</code>').entities).toEqual([
      { type: 'code', offset: 0, length: 1 },
    ]);
  });

  it('counts offsets in UTF-16 units', () => {
    expect(parseHtml('𠮷<b>野</b>').entities).toEqual([{ type: 'bold', offset: 2, length: 1 }]);
  });

  it('gives back any text that was escaped, whole', () => {
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(parseHtml(`<a href="${escaped(text)}">${escaped(text)}</a>`).text).toBe(text);
      }),
    );
  });
});

describe('the entities of a message', () => {
  it.each([
    ['styles inside code are dropped', '<code>一<b>二</b></code>', ['code 一二']],
    [
      'a style around code leaves it out',
      '<b>一<code>二</code>三</b>',
      ['bold 一', 'code 二', 'bold 三'],
    ],
    [
      'a quote inside a quote is dropped',
      '<blockquote>一<blockquote>二</blockquote></blockquote>',
      ['blockquote 一二'],
    ],
    ['a style inside its own kind is one', '<b>一<b>二</b>三</b>', ['bold 一二三']],
    [
      'a quote holds styles',
      '<blockquote expandable>一<b>二</b></blockquote>',
      ['expandable_blockquote 一二', 'bold 二'],
    ],
    [
      'a style around a quote stays whole',
      '<b>一<blockquote>二</blockquote></b>',
      ['bold 一二', 'blockquote 二'],
    ],
    ['a style of blanks alone is dropped', '一<b> </b>二', []],
    [
      'styles that would cross are cut',
      '<b>一</b><i><b>二</b>三</i>',
      ['bold 一二', 'italic 二', 'italic 三'],
    ],
    ['the ends are trimmed', '<b> 一 \n</b>\n', ['bold 一']],
    [
      'commands, mentions, tags and addresses are marked',
      '/ask@a_bot 问 @li 看 #年鉴 https://a.cn/b。',
      ['bot_command /ask@a_bot', 'mention @li', 'hashtag #年鉴', 'url https://a.cn/b'],
    ],
    ['nothing is marked inside code', '<code>/ask @li</code>', ['code /ask @li']],
  ])('%s', (_, html, expected) => {
    expect(spans(html)).toEqual(expected);
  });

  it('are a hundred at most; the rest is dropped without a word', () => {
    expect(spans('<b>一</b> '.repeat(101))).toHaveLength(limits.entities);
  });

  it('stand in the text whatever tags are nested', () => {
    const tag = fc.constantFrom('b', 'i', 'u', 's', 'code', 'pre', 'blockquote', 'tg-spoiler');
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('年', '鉴 ', '\n', '𠮷', '&lt;'),
        fc.tuple(tag, tie('node'), tie('node')).map(([t, a, b]) => `<${t}>${a}</${t}>${b}`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
        const { text, entities } = settle(parseHtml(parts.join('')));
        for (const [i, a] of entities.entries()) {
          expect(a.length).toBeGreaterThan(0);
          expect(a.offset + a.length).toBeLessThanOrEqual(text.length);
          for (const b of entities.slice(i + 1)) {
            const apart = b.offset >= a.offset + a.length;
            expect(apart || b.offset + b.length <= a.offset + a.length).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the text of a message', () => {
  const of = (text: string, parseMode = '', entities: unknown = undefined) =>
    formattedText({ text, parseMode, entities }, limits.text);

  it.each([
    ['empty', '', '', 'message text is empty'],
    ['blank', ' \n ', '', 'text must be non-empty'],
    ['blank once parsed', '<b> </b>', 'HTML', 'text must be non-empty'],
    ['4,097 units long', '年'.repeat(4097), '', 'message is too long'],
    ['2,049 surrogate pairs long', '𠮷'.repeat(2049), '', 'message is too long'],
    [
      'over 32,768 bytes before parsing',
      `<b>${'年'.repeat(10_922)}</b>`,
      'HTML',
      'text is too long',
    ],
    ['half a surrogate pair', '年\ud83d', '', 'strings must be encoded in UTF-8'],
    ['in an unknown parse mode', '年', 'BBCode', 'unsupported parse_mode'],
  ])('is refused when %s', (_, text, mode, reason) => {
    expect(() => of(text, mode)).toThrow(`Bad Request: ${reason}`);
  });

  it('may be 4,096 units after parsing, however much markup there is', () => {
    expect(of(`<b>${'年'.repeat(4096)}</b>`, 'html').text).toHaveLength(4096);
    expect(of('&lt;'.repeat(4096), 'HTML').text).toHaveLength(4096);
  });

  it.each([
    [
      { type: 'bold', offset: 9, length: 1 },
      'entity begins after the end of the text at UTF-16 offset 9',
    ],
    [
      { type: 'bold', offset: 0, length: 9 },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9',
    ],
    [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
    [{ type: 'bold', length: 1 }, 'can\'t parse MessageEntity: Can\'t find field "offset"'],
    [
      { type: 'huge', offset: 0, length: 1 },
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      { type: 'text_link', offset: 0, length: 1 },
      'can\'t parse MessageEntity: Can\'t find field "url"',
    ],
    [
      { type: 'text_link', offset: 0, length: 1, url: 'x' },
      "entity URL 'x' is invalid: Wrong HTTP URL",
    ],
    ['bold', "can't parse MessageEntity: expected an Object"],
  ])('with the entity %j is refused: %s', (entity, reason) => {
    expect(() => of('年鉴问答', '', [entity])).toThrow(`Bad Request: ${reason}`);
  });

  it('with an entity that cuts a surrogate pair is refused', () => {
    expect(() => of('𠮷', '', [{ type: 'bold', offset: 0, length: 1 }])).toThrow(
      'in a middle of a UTF-16 symbol',
    );
  });
});
