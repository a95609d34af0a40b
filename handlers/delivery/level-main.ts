import { writeSync } from 'node:fs';
import { ClassicLevel } from 'classic-level';
import { isDamage, type Line, levelAt, readRecords, reasonOf } from './level-reading.js';

/**
 * Reads a store in a process of its own: some damage makes LevelDB end its process. `check FOLDER`
 * says how the reading went, as the last line; `forward FOLDER` and `backward FOLDER` give the
 * records before it, one a line; so does `repair FOLDER` when LevelDB has mended what it can.
 */
const [mode, folder = ''] = process.argv.slice(2);
try {
  if (mode === 'repair') await ClassicLevel.repair(folder);
  const db = levelAt(folder);
  await db.open();
  const give = (key: string, value: string) => mode !== 'check' && say([key, value]);
  const reading = await readRecords(db, give, mode === 'backward');
  await db.close();
  say(reading);
} catch (error) {
  // Held by another bot, no room on the disk: whoever asked meets it as well, and knows what to say.
  say({ damage: isDamage(error) ? reasonOf(error) : null, toTheEnd: false });
}

/** At once, for the next call of LevelDB may be the last. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
