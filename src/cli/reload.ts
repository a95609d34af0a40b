import { askRunningBot } from '../library/control.js';
import { exit, type Setting } from './setting.js';

/** `nianjian reload`: the running bot reloads; its report on stdout, 0 where it is done. */
export async function reloadCommand(
  { config, language }: Setting,
  { force = false }: { readonly force?: boolean },
): Promise<number> {
  const request = { command: 'reload', force, language } as const;
  const { done, text } = await askRunningBot(config.DATA_DIR, request, (progress) => {
    process.stderr.write(`${progress}\n`);
  });
  (done ? process.stdout : process.stderr).write(`${text}\n`);
  return done ? exit.done : exit.bad;
}
