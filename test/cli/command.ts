import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..', '..');
const compiled = join(projectRoot, 'dist', 'src', 'cli', 'main.js');

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The compiled program; this project's by default. */
  readonly program?: string;
  /** SIGINT is sent as soon as stderr holds this. */
  readonly interruptAt?: string;
}

/** Runs the real program as a user would, in a folder and environment of its own. */
export function runCommand(
  args: readonly string[],
  { cwd, input = '', env = {}, program = compiled, interruptAt }: CommandOptions,
): Promise<CommandResult> {
  if (!existsSync(program))
    throw new Error(`${program} is missing: run npm run build, or npm test`);
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { PATH: process.env.PATH, DATA_DIR: join(cwd, 'data'), ...env },
    });
    let stdout = '';
    let stderr = '';
    let interrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (interruptAt !== undefined && !interrupted && stderr.includes(interruptAt)) {
        interrupted = child.kill('SIGINT');
      }
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
    // A program that ends before it reads its input is no failure of the test.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** JSON lines of standard output. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** No frames of a stack, no error classes: what a person can act on. */
export const stackTrace = /\n\s+at |Error:|node:internal/;

/** A fresh folder with these files below `corpus/`. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'nianjian-cli-'));
  await mkdir(join(dir, 'corpus'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(dir, 'corpus', name, '..'), { recursive: true });
    await writeFile(join(dir, 'corpus', name), text);
  }
  return dir;
}

export const smallVolume = `甲省年鉴 2023卷

# 农业
【粮食生产】 2022年，全省粮食产量1276.4万吨，比上年增长4.2%，居全国第三位。
【畜牧业】 全省牛奶产量733.8万吨，增长9.0%。（王一）
【林业】 完成造林36.2万公顷，森林覆盖率达到23.1%。
# 文化
【图书馆】 公共图书馆117个，全年接待读者620万人次。
【文物保护】 新发现古城遗址两处。
# 教育
【高等教育】 全省有普通高校54所，在校学生50.3万人。
【学前教育】 普惠性幼儿园覆盖率为88.7%。
# 卫生
【医疗机构】 共有医院815家，床位14.2万张。
`;
