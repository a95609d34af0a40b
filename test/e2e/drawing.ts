import type { MessageEntity } from '@grammyjs/types';
import type { BotMessage } from './server/bot-message.js';

/** Pixels. */
const size = Object.freeze({
  width: 592,
  margin: 20,
  bubble: 500,
  padding: 14,
  font: 15,
  line: 23,
  gap: 9,
  radius: 15,
  button: 38,
});

/** Lines of a folded quote that the apps show. */
const foldedLines = 3;

/**
 * A question and the bot's message that answers it as an SVG of a chat: text, entities and buttons
 * as Telegram holds them. No font comes with it: lines are broken by estimated widths, and set in
 * whatever Chinese font the reader has.
 */
export function drawChat(question: string, answer: BotMessage): string {
  const asked = bubbleOf(linesOf(runsOf(question, []), textWidth), 'asked', size.margin);
  const reply = bubbleOf(answerLines(answer), 'said', asked.bottom + 12);
  const buttons = keyboardOf(answer, reply.bottom + 5);
  const height = buttons.bottom + size.margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}" role="img" aria-labelledby="title text">
<title id="title">${escapeXml(question)}</title>
<desc id="text">${escapeXml(answer.text)}</desc>
<style>
${styles}</style>
<rect class="wall" x="0.5" y="0.5" width="${size.width - 1}" height="${height - 1}" rx="14"/>
${[asked.svg, reply.svg, buttons.svg].join('\n')}
</svg>
`;
}

type Style = 'bold' | 'italic' | 'underline';

interface Run {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** A line of text in a bubble, or of a quote; `lead` pixels of space come before it. */
interface Line {
  readonly runs: readonly Run[];
  readonly lead: number;
  readonly quote?: 'first' | 'inner' | 'last';
}

const textWidth = size.bubble - 2 * size.padding;
const quoteWidth = textWidth - 34;

function answerLines(answer: BotMessage): Line[] {
  const { text, entities } = answer;
  const lines: Line[] = [];
  let at = 0;
  const quotes = entities.filter(({ type }) => /blockquote$/.test(type));
  for (const { type, offset, length } of quotes) {
    lines.push(
      ...linesOf(runsOf(text.slice(at, offset).trimEnd(), within(entities, at)), textWidth),
    );
    const quoted = linesOf(runsOf(text.slice(offset, offset + length), []), quoteWidth);
    lines.push(...quoteLines(quoted, type === 'expandable_blockquote'));
    at = offset + length;
  }
  const rest = text.slice(at).trim();
  const restAt = text.indexOf(rest, at);
  if (rest !== '') lines.push(...linesOf(runsOf(rest, within(entities, restAt)), textWidth));
  return lines;
}

function quoteLines(lines: readonly Line[], folds: boolean): Line[] {
  const shown = folds ? lines.slice(0, foldedLines) : lines;
  return shown.map((line, i) => ({
    ...line,
    lead: i === 0 ? size.gap : 0,
    quote: i === 0 ? 'first' : i === shown.length - 1 ? 'last' : 'inner',
  }));
}

/** Entities as counted from another place in the text. */
function within(entities: readonly MessageEntity[], from: number): MessageEntity[] {
  return entities.map((entity) => ({ ...entity, offset: entity.offset - from }));
}

function runsOf(text: string, entities: readonly MessageEntity[]): Run[] {
  const marked = entities.filter(({ type }) => /^(?:bold|italic|underline)$/.test(type));
  const cuts = [0, text.length, ...marked.flatMap((e) => [e.offset, e.offset + e.length])];
  const at = [...new Set(cuts)].filter((n) => n >= 0 && n <= text.length).sort((a, b) => a - b);
  return at.slice(1).map((end, i) => {
    const start = at[i] as number;
    const over = marked.filter((e) => e.offset <= start && e.offset + e.length >= end);
    return { text: text.slice(start, end), styles: over.map(({ type }) => type as Style) };
  });
}

/** Breaks runs into lines: never within a number or a word, never before a closing mark. */
function linesOf(runs: readonly Run[], width: number): Line[] {
  const lines: { runs: Run[]; lead: number }[] = [{ runs: [], lead: 0 }];
  let used = 0;
  for (const { text, styles } of runs) {
    for (const [piece] of text.matchAll(/\n+|[\w.,:%]+|\P{Cs}/gu)) {
      if (piece.startsWith('\n')) {
        lines.push({ runs: [], lead: piece.length > 1 ? size.gap : 0 });
        used = 0;
        continue;
      }
      const wide = widthOf(piece, styles);
      if (used + wide > width && !/^[，。、；：！？）】”’》,.;:)%\s]/.test(piece)) {
        lines.push({ runs: [], lead: 0 });
        used = 0;
      }
      lines.at(-1)?.runs.push({ text: piece, styles });
      used += wide;
    }
  }
  return lines.map(({ runs, lead }) => ({ runs: joined(runs), lead }));
}

/** Neighbours of one style as one run. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last !== undefined && last.styles.join() === run.styles.join()) {
      out[out.length - 1] = { ...last, text: last.text + run.text };
    } else {
      out.push(run);
    }
  }
  return out;
}

/** On the wide side, so that no font runs over the edge. */
function widthOf(text: string, styles: readonly Style[]): number {
  let em = 0;
  for (const character of text) {
    em += /[\s.,:;'|·]/.test(character) ? 0.34 : /[\u0021-\u024f]/.test(character) ? 0.6 : 1;
  }
  return em * size.font * (styles.includes('bold') ? 1.06 : 1);
}

function bubbleOf(lines: readonly Line[], who: 'asked' | 'said', top: number) {
  const widest = Math.max(
    ...lines.map(({ runs, quote }) =>
      quote === undefined
        ? runs.reduce((sum, { text, styles }) => sum + widthOf(text, styles), 0)
        : textWidth,
    ),
  );
  const width = Math.min(size.bubble, Math.ceil(widest) + 2 * size.padding);
  const x = who === 'asked' ? size.width - size.margin - width : size.margin;
  let y = top + size.padding - 4;
  const drawn = lines.map((line) => {
    y += line.lead + size.line;
    const left = x + size.padding + (line.quote === undefined ? 0 : 11);
    const text = `<text class="${who === 'asked' ? 'ink' : line.quote === undefined ? 'ink' : 'quoted'}" x="${left}" y="${y - 7}" xml:space="preserve">${line.runs.map(spanOf).join('')}</text>`;
    return { text, top: y - size.line, bottom: y, quote: line.quote };
  });
  const bottom = y + size.padding - 3;
  const quotes = drawn.filter(({ quote }) => quote !== undefined);
  return {
    bottom,
    svg: [
      `<rect class="${who}" x="${x}" y="${top}" width="${width}" height="${bottom - top}" rx="${size.radius}"/>`,
      ...(quotes.length > 0 ? [quoteBox(quotes, x + size.padding)] : []),
      ...drawn.map(({ text }) => text),
    ].join('\n'),
  };
}

/** Tint, bar and the arrow that unfolds. */
function quoteBox(lines: readonly { readonly top: number; readonly bottom: number }[], x: number) {
  const top = (lines[0]?.top ?? 0) - 1;
  const height = (lines.at(-1)?.bottom ?? 0) + 3 - top;
  const arrow = `M${x + textWidth - 20} ${top + height - 13}l5 5 5-5`;
  return [
    `<rect class="tint" x="${x}" y="${top}" width="${textWidth}" height="${height}" rx="5"/>`,
    `<rect class="bar" x="${x}" y="${top}" width="3" height="${height}" rx="1.5"/>`,
    `<path class="arrow" d="${arrow}"/>`,
  ].join('\n');
}

function spanOf({ text, styles }: Run): string {
  const classes = styles.length === 0 ? '' : ` class="${styles.join(' ')}"`;
  return `<tspan${classes}>${escapeXml(text)}</tspan>`;
}

function keyboardOf(answer: BotMessage, top: number) {
  let y = top;
  const svg: string[] = [];
  for (const row of answer.keyboard) {
    const width = (size.bubble - 5 * (row.length - 1)) / row.length;
    for (const [i, { label }] of row.entries()) {
      const x = size.margin + i * (width + 5);
      svg.push(
        `<rect class="button" x="${x}" y="${y}" width="${width}" height="${size.button - 5}" rx="8"/>`,
        `<text class="label" x="${x + width / 2}" y="${y + 21.5}">${escapeXml(label)}</text>`,
      );
    }
    y += size.button;
  }
  return { svg: svg.join('\n'), bottom: y - 5 };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const styles = `text { font: ${size.font}px "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
.wall { fill: #cfdfe9; stroke: #b9ccd9; }
.asked { fill: #e4fbcf; }
.said { fill: #ffffff; }
.ink { fill: #1b1f24; }
.quoted { fill: #3b4752; }
.tint { fill: #2f8fd8; fill-opacity: 0.1; }
.bar { fill: #2f8fd8; }
.arrow { fill: none; stroke: #2f8fd8; stroke-width: 1.8; }
.button { fill: #5f8aa6; fill-opacity: 0.75; }
.label { fill: #ffffff; font-size: 14px; text-anchor: middle; }
.bold { font-weight: 700; }
.italic { font-style: italic; }
.underline { text-decoration: underline; }
@media (prefers-color-scheme: dark) {
.wall { fill: #0f1a23; stroke: #27343f; }
.asked { fill: #2b5278; }
.said { fill: #1c2a37; }
.ink { fill: #f1f4f7; }
.quoted { fill: #cbd5de; }
.button { fill: #33506a; fill-opacity: 0.9; }
}
`;
