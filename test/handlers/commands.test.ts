import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  commands,
  commandsOf,
  helpText,
  parseCommand,
  registrations,
} from '../../handlers/commands.js';

describe('a command', () => {
  it.each([
    ['/ask 粮食产量', { name: 'ask', bot: null, argument: '粮食产量' }],
    ['/ASK@My_Bot  粮食\n产量 ', { name: 'ask', bot: 'my_bot', argument: '粮食\n产量' }],
    ['/toc', { name: 'toc', bot: null, argument: '' }],
    ['/ask，粮食产量', { name: 'ask', bot: null, argument: '，粮食产量' }],
    ['/粮食产量', null],
    ['粮食 /ask', null],
    ['/', null],
    ['/usr/bin 是什么', null],
  ])('is read from %j as %j', (text, call) => {
    expect(parseCommand(text)).toEqual(call);
  });

  it('fits what Telegram takes for a name and a description', () => {
    for (const { commands } of registrations([1]) as readonly {
      readonly commands: readonly { readonly command: string; readonly description: string }[];
    }[]) {
      for (const { command, description } of commands) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(description.length).toBeLessThanOrEqual(256);
      }
    }
  });

  it.each(['README.md', 'README.zh-CN.md'])('stands in the table of %s', (file) => {
    const table = readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .join();
    const absent = commands.filter(({ name }) => !new RegExp(`\`/${name}[\` ]`).test(table));
    expect(absent).toEqual([]);
  });

  it('of an admin stands in no list but the admins’', () => {
    expect(commandsOf('private').map(({ name }) => name)).toEqual(['ask', 'toc', 'help', 'start']);
    expect(helpText('private', 'zh', 'b')).not.toContain('/reload');
    expect(helpText('admin', 'zh', 'b')).toContain('/reload');
  });
});
