/** An exact decimal number: `coefficient × 10^exponent`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Reads `[-]digits[.digits]`, ASCII digits alone. */
export function decimal(digits: string): Decimal {
  const point = digits.indexOf('.');
  if (point < 0) return { coefficient: BigInt(digits), exponent: 0 };
  const fraction = digits.slice(point + 1);
  return {
    coefficient: BigInt(digits.slice(0, point) + fraction),
    exponent: -fraction.length,
  };
}

/** `d × 10^places`. */
export function shift(d: Decimal, places: number): Decimal {
  return { coefficient: d.coefficient, exponent: d.exponent + places };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = (d: Decimal): bigint => d.coefficient * 10n ** BigInt(d.exponent - exponent);
  return { coefficient: at(a) + at(b), exponent };
}

export function negate(d: Decimal): Decimal {
  return { coefficient: -d.coefficient, exponent: d.exponent };
}

/** The nearest double: 77.57 shifted by 8 gives 7757000000, never 7756999999.99. */
export function toNumber(d: Decimal): number {
  if (d.exponent === 0) return Number(d.coefficient);
  return Number(`${d.coefficient}e${d.exponent}`);
}

/** Plain digits without a trailing fraction of zeros: `0.5`, `7757000000`, `-32`. */
export function decimalText(d: Decimal): string {
  const sign = d.coefficient < 0n ? '-' : '';
  const digits = (d.coefficient < 0n ? -d.coefficient : d.coefficient).toString();
  if (d.exponent >= 0) return d.coefficient === 0n ? '0' : sign + digits + '0'.repeat(d.exponent);
  const padded = digits.padStart(1 - d.exponent, '0');
  const fraction = padded.slice(d.exponent).replace(/0+$/, '');
  return sign + padded.slice(0, d.exponent) + (fraction && `.${fraction}`);
}
