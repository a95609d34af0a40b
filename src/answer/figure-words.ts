import type { Language } from '../errors.js';
import type { Figure } from '../figures/figure.js';

/**
 * A figure in words, its number as printed: `8.1% 规模以上工业增加值 增长 居全国第三位 2022年`.
 * One line, the same wherever it is shown.
 */
export function figureWords(figure: Figure, language: Language): string {
  return [figureValue(figure), ...figureDetails(figure, language)].join(' · ');
}

/** The number as printed; a rank that stands by itself is its own text. */
export function figureValue(figure: Figure): string {
  return figure.span;
}

/** Indicator, change, base, rank and year, those there are. */
export function figureDetails(figure: Figure, language: Language): string[] {
  const { indicator, changeWord, base, rank, year, period, shareOf, target } = figure;
  const change = [base, changeWord].filter(Boolean).join('');
  return [
    indicator,
    change,
    // Without the whole, a share reads as the indicator's own value.
    shareOf == null ? '' : `占${shareOf}`,
    rank !== null && rank.text !== figure.span ? rank.text : '',
    period ?? (year === null ? '' : language === 'zh' ? `${year}年` : String(year)),
    target === true ? (language === 'zh' ? '目标' : 'target') : '',
  ].filter((part) => part !== '');
}
