import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChoiceQuestion } from './choice.js';

/**
 * Makes a corpus of the lines that questions on running text name: each volume
 * ("天津年鉴 2026卷" for `provinces/天津-2026.txt`, "中国年鉴 1991卷" for that year's report) with an
 * entry for each line asked about, its heading the words that the question knows the line by.
 * @param texts - folder of `provinces/` and `reports/`
 * @param folder - written to; made where it is not there
 */
export function writeTextVolumes(
  texts: string,
  folder: string,
  choices: readonly ChoiceQuestion[],
): void {
  mkdirSync(folder, { recursive: true });
  const asked = choices.filter(({ corpus }) => corpus === 'texts');
  for (const volume of new Set(asked.map((one) => one.volume))) {
    const [title = '', edition = ''] = volume.replace('卷', '').split(' ');
    const lines = linesOf(join(texts, sourceOf(title, edition)));
    const named = new Set(asked.filter((one) => one.volume === volume).map(({ entry }) => entry));
    const entries = [...named].map((entry) => {
      const line = lines.find((text) => text.includes(entry)) ?? '';
      return `【${entry}】 ${line}\n`;
    });
    writeFileSync(join(folder, `${title}-${edition}.txt`), `${edition}卷\n${entries.join('')}`);
  }
}

const sourceOf = (title: string, edition: string) =>
  title === '中国年鉴'
    ? `reports/国务院政府工作报告-${edition}.txt`
    : `provinces/${title.replace('年鉴', '')}-${edition}.txt`;

const linesOf = (file: string) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
    : [];
