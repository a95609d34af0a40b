import { Converter } from 'opencc-js/t2cn';

/**
 * The form in which texts and questions are compared: half-width, Traditional characters as
 * Simplified ones, lower case, every kind of space a plain one. Length-preserving, code unit by
 * code unit, so an offset in the result is an offset in the text.
 *
 * @example normalise('ＧＤＰ增長４．２％') === 'gdp增长4.2%'
 */
export function normalise(text: string): string {
  if (text.length > units.length) units = new Uint16Array(2 * text.length);
  let changed = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const normal = table[unit] || learn(unit);
    if (normal !== unit) changed = true;
    units[i] = normal;
  }
  if (!changed) return text;
  // In one piece: a string put together of slices is slow to read.
  return Buffer.from(units.buffer, 0, 2 * text.length).toString('utf16le');
}

/** What is being normalised; kept from one text to the next. */
let units = new Uint16Array(1 << 12);

/** Filled as characters are met: 0 means not yet met (U+0000 maps to itself each time). */
const table = new Uint16Array(0x1_0000);

/** Phrase conversion changes lengths, so the converter is only ever given one character. */
const simplify = Converter({ from: 't', to: 'cn' });

function learn(unit: number): number {
  const normal = normalUnit(unit);
  table[unit] = normal;
  return normal;
}

function normalUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return normalUnit(unit - 0xfee0);
  if (isOddSpace(unit)) return 0x20;
  const character = String.fromCharCode(unit);
  if (isCompatible(unit)) {
    const plain = character.normalize('NFKC');
    return plain.length === 1 && plain !== character ? normalUnit(plain.charCodeAt(0)) : unit;
  }
  const converted =
    unit >= 0x3400 && unit <= 0x9fff ? simplest(character) : character.toLowerCase();
  return converted.length === 1 ? converted.charCodeAt(0) : unit;
}

/** Twice, for 薴 → 苧 → 苎. */
function simplest(character: string): string {
  return simplify(simplify(character));
}

function isOddSpace(unit: number): boolean {
  return (
    unit === 0x3000 ||
    unit === 0x00a0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** Radicals and compatibility characters, which PDFs print for the common ones; small and wide forms. */
function isCompatible(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x2fdf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe50 && unit <= 0xfe6f) ||
    (unit >= 0xffe0 && unit <= 0xffe6)
  );
}
