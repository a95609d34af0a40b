import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from './refusal.js';
import { isWellFormed } from './unicode.js';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

type Style = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler';

const styles: Readonly<Record<string, Style>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};
const tags = new Set([...Object.keys(styles), 'a', 'code', 'pre', 'blockquote', 'tg-emoji']);

interface OpenTag {
  readonly name: string;
  /** Link, language, emoji id, or `expandable`: the one attribute the tag listens to. */
  readonly argument: string;
  readonly start: number;
}

/**
 * Telegram's HTML: its few tags, four named character references and the numeric ones, `&` and `>`
 * free, `<` never. Offsets are UTF-16. Entities come in the order in which their tags close.
 * Throws the refusals of the real parser, which counts in bytes of UTF-8.
 */
export function parseHtml(html: string): FormattedText {
  const reader = new Reader(html);
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  while (!reader.done) {
    const tagAt = reader.at;
    if (!reader.skip('<')) {
      text += reader.character();
    } else if (!reader.skip('/')) {
      open.push({ ...readStartTag(reader, tagAt), start: text.length });
    } else {
      const tag = open.pop();
      if (tag === undefined)
        throw broken(`Unexpected end tag at byte offset ${reader.byte(tagAt)}`);
      readEndTag(reader, tagAt, tag.name);
      if (text.length > tag.start) close(tag, text, entities);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw broken(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  if (!isWellFormed(text)) {
    throw broken(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    );
  }
  return { text, entities };
}

function readStartTag(reader: Reader, tagAt: number): { name: string; argument: string } {
  const name = reader.while(/[^ \t\r\n\v>]/).toLowerCase();
  const at = reader.byte(tagAt);
  if (reader.done) throw broken(`Unclosed start tag at byte offset ${at}`);
  if (!tags.has(name)) throw broken(`Unsupported start tag "${name}" at byte offset ${at}`);
  let argument = '';
  for (;;) {
    reader.while(space);
    if (reader.skip('>')) break;
    const attribute = reader.while(/[^ \t\r\n\v=>/"']/).toLowerCase();
    if (attribute === '') {
      throw broken(`Empty attribute name in the tag "${name}" at byte offset ${at}`);
    }
    reader.while(space);
    if (reader.done) throw broken(`Unclosed start tag "${name}" at byte offset ${at}`);
    if (!reader.skip('=')) {
      if (name === 'blockquote' && attribute === 'expandable') argument = 'expandable';
      continue;
    }
    reader.while(space);
    if (reader.done) throw broken(`Unclosed start tag "${name}" at byte offset ${at}`);
    const value = readValue(reader, at);
    argument = listened(name, attribute, value) ?? argument;
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw broken(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  return { name, argument };
}

/** A quoted string with its references decoded, or a bare token of letters, digits, `.` and `-`. */
function readValue(reader: Reader, tagByte: number): string {
  const quote = reader.skip('"') ? '"' : reader.skip("'") ? "'" : '';
  if (quote === '') {
    const tokenByte = reader.byte(reader.at);
    const token = reader.while(/[A-Za-z0-9.-]/).toLowerCase();
    if (!reader.done && !reader.sees(/[ \t\r\n\v>]/)) {
      throw broken(`Unexpected end of name token at byte offset ${tokenByte}`);
    }
    if (reader.done) throw broken(`Unclosed start tag at byte offset ${tagByte}`);
    return token;
  }
  let value = '';
  while (!reader.done && !reader.skip(quote)) value += reader.character();
  if (reader.done) throw broken(`Unclosed start tag at byte offset ${tagByte}`);
  return value;
}

/** The argument that an attribute gives its tag; undefined where the tag does not listen to it. */
function listened(tag: string, attribute: string, value: string): string | undefined {
  if (tag === 'a' && attribute === 'href') return value;
  if (tag === 'code' && attribute === 'class' && value.startsWith('language-')) {
    return value.slice('language-'.length);
  }
  if (tag === 'span' && attribute === 'class' && value.startsWith('tg-')) return value.slice(3);
  if (tag === 'tg-emoji' && attribute === 'emoji-id') return value;
  if (tag === 'blockquote' && attribute === 'expandable') return 'expandable';
  return undefined;
}

function readEndTag(reader: Reader, tagAt: number, expected: string): void {
  const found = reader.while(/[^ \t\r\n\v>]/).toLowerCase();
  reader.while(space);
  const at = reader.byte(tagAt);
  if (!reader.skip('>')) throw broken(`Unclosed end tag at byte offset ${at}`);
  if (found !== '' && found !== expected) {
    throw broken(
      `Unmatched end tag at byte offset ${at}, expected "</${expected}>", found "</${found}>"`,
    );
  }
}

function close(tag: OpenTag, text: string, entities: MessageEntity[]): void {
  const span = { offset: tag.start, length: text.length - tag.start };
  const style = styles[tag.name];
  const last = entities.at(-1);
  const twin = last?.offset === span.offset && last.length === span.length ? last : undefined;
  if (style !== undefined) {
    entities.push({ type: style, ...span });
  } else if (tag.name === 'blockquote') {
    entities.push({
      type: tag.argument === 'expandable' ? 'expandable_blockquote' : 'blockquote',
      ...span,
    });
  } else if (tag.name === 'tg-emoji') {
    if (!/^[1-9]\d{0,18}$/.test(tag.argument) || BigInt(tag.argument) >= 1n << 63n) {
      throw broken('Invalid custom emoji identifier specified');
    }
    entities.push({ type: 'custom_emoji', ...span, custom_emoji_id: tag.argument });
  } else if (tag.name === 'a') {
    const link = linkEntity(tag.argument === '' ? text.slice(tag.start) : tag.argument, span);
    if (link !== undefined) entities.push(link);
  } else if (tag.name === 'pre' && twin?.type === 'code' && codeLanguages.has(twin)) {
    entities[entities.length - 1] = {
      type: 'pre',
      ...span,
      language: codeLanguages.get(twin) as string,
    };
  } else if (tag.name === 'pre') {
    entities.push({ type: 'pre', ...span });
  } else if (twin?.type === 'pre' && tag.argument !== '') {
    entities[entities.length - 1] = { type: 'pre', ...span, language: tag.argument };
  } else {
    const code: MessageEntity = { type: 'code', ...span };
    if (tag.argument !== '') codeLanguages.set(code, tag.argument);
    entities.push(code);
  }
}

/** `<code class="language-…">` counts only directly inside `<pre>`, which closes after it. */
const codeLanguages = new WeakMap<MessageEntity, string>();

/** A link that is none stays as text, without an entity and without a refusal. */
function linkEntity(
  href: string,
  span: { offset: number; length: number },
): MessageEntity | undefined {
  const user = /^tg:(?:\/\/)?user\?id=(\d+)$/i.exec(href.trim());
  if (user !== null) {
    const mentioned = { id: Number(user[1]), is_bot: false, first_name: '' };
    return { type: 'text_mention', ...span, user: mentioned };
  }
  const url = checkedLink(href);
  return url === undefined ? undefined : { type: 'text_link', ...span, url };
}

/** The address as Telegram keeps it, or undefined when it takes it for none. */
export function checkedLink(link: string): string | undefined {
  const trimmed = link.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['http', 'https', 'tg', 'ton', 'tonsite'].includes(scheme)) {
    return undefined;
  }
  if (scheme === 'tg' || scheme === 'ton' || scheme === 'tonsite') return trimmed;
  const full = scheme === undefined ? `http://${trimmed}` : trimmed;
  const host = /^https?:\/\/([^/?#\s]+)(\S*)$/i.exec(full);
  if (host === null || !/^[^.\s]+(\.[^.\s]+)+$/.test(host[1]!)) return undefined;
  return host[2] === '' ? `${full}/` : full;
}

const space = /[ \t\r\n\v]/;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

class Reader {
  at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** Telegram reports places in bytes. */
  byte(at: number): number {
    return Buffer.byteLength(this.source.slice(0, at));
  }

  sees(pattern: RegExp): boolean {
    return !this.done && pattern.test(this.source[this.at]!);
  }

  skip(character: string): boolean {
    if (this.source[this.at] !== character) return false;
    this.at++;
    return true;
  }

  while(pattern: RegExp): string {
    const from = this.at;
    while (this.sees(pattern)) this.at++;
    return this.source.slice(from, this.at);
  }

  /** The next character, a reference decoded; what is no reference stays as it is. */
  character(): string {
    const reference = /^&(?:#(\d{1,8})|#x([0-9a-f]{1,7})|([a-z]+))(;?)/i.exec(
      this.source.slice(this.at, this.at + 12),
    );
    const decoded = reference === null ? undefined : decode(reference);
    if (reference === null || decoded === undefined) return this.source[this.at++]!;
    this.at += reference[0].length;
    return decoded;
  }
}

function decode([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return named[name];
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code === 0 || code >= 0x10ffff ? undefined : String.fromCodePoint(code);
}

function broken(reason: string): Error {
  return badRequest(`can't parse entities: ${reason}`);
}
