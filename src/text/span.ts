/** A stretch of a text: `[start, end)` in UTF-16 code units, so `text.slice(start, end)` is its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters a span covers. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
