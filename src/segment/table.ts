/** A row of a table: cells parted by tabs, bars or wide gaps. Rows are kept as lines. */
export function isTableRow(text: string): boolean {
  const content = text.trim();
  if (/\t|[|｜│┃]|[─━┌├└]{2}/.test(content)) return true;
  const gaps = content.match(/\S(?: {2,}|\u3000+)(?=\S)/g)?.length ?? 0;
  return (
    gaps >= 2 || (gaps === 1 && /(?: {2,}|\u3000)[-－]?[\d.,，%％]+$/.test(content.slice(-40)))
  );
}
