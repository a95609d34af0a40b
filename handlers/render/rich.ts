/** How a stretch of a message is set. A quote folds itself when it is long. */
export type Mark = 'plain' | 'bold' | 'italic' | 'underline' | 'quote' | 'folded';

export interface Run {
  readonly text: string;
  readonly mark: Mark;
}

/** A text with marks: runs one after the other, never nested, so that any cut is a valid text. */
export type Rich = readonly Run[];

export const plain = (text: string): Run => ({ text: sayable(text), mark: 'plain' });
export const bold = (text: string): Run => ({ text: sayable(text), mark: 'bold' });
export const italic = (text: string): Run => ({ text: sayable(text), mark: 'italic' });
export const underline = (text: string): Run => ({ text: sayable(text), mark: 'underline' });
export const quote = (text: string): Run => ({ text: sayable(text), mark: 'quote' });
export const folded = (text: string): Run => ({ text: sayable(text), mark: 'folded' });

/** Telegram's HTML, every character of the runs escaped. */
export function toHtml(rich: Rich): string {
  return rich
    .map(({ text, mark }) => {
      const [open, close] = tags[mark];
      return text === '' ? '' : open + escapeHtml(text) + close;
    })
    .join('');
}

/** What is left when marks are refused; its length is what Telegram counts. */
export function toPlain(rich: Rich): string {
  return rich.map(({ text }) => text).join('');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] as string);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const tags: Readonly<Record<Mark, readonly [string, string]>> = {
  plain: ['', ''],
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
  underline: ['<u>', '</u>'],
  quote: ['<blockquote>', '</blockquote>'],
  folded: ['<blockquote expandable>', '</blockquote>'],
};

/** Half a surrogate pair cannot be sent; its place is kept. */
function sayable(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
