import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UploadedFile } from './request.js';

export interface StoredFile extends UploadedFile {
  readonly id: string;
  readonly uniqueId: string;
  /** Below `/file/bot<token>/`; on a local server a place on the disk. */
  readonly path: string;
  /** As announced; the content of a large file need not exist. */
  readonly size: number;
}

/** Files by `file_id`. */
export class Files {
  private readonly byId = new Map<string, StoredFile>();

  private readonly dir: string | null;

  /** @param dir where a server that was started with `--local` keeps files, and names their place */
  constructor(dir: string | null) {
    this.dir = dir;
  }

  add(file: UploadedFile, size = file.content.length): StoredFile {
    const n = this.byId.size + 1;
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? '';
    const path = `documents/file_${n}${extension}`;
    const stored: StoredFile = {
      ...file,
      id: `BQACAgUAAxkBAAI${String(n).padStart(6, '0')}`,
      uniqueId: `AgAD${String(n).padStart(6, '0')}`,
      path: this.dir === null ? path : join(this.dir, path),
      size,
    };
    if (this.dir !== null) {
      mkdirSync(dirname(stored.path), { recursive: true });
      writeFileSync(stored.path, file.content);
    }
    this.byId.set(stored.id, stored);
    return stored;
  }

  get(id: string): StoredFile | undefined {
    return this.byId.get(id);
  }

  at(path: string): StoredFile | undefined {
    return [...this.byId.values()].find((file) => file.path === path);
  }
}
