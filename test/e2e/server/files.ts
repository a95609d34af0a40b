import type { UploadedFile } from './request.js';

export interface StoredFile extends UploadedFile {
  readonly id: string;
  readonly uniqueId: string;
  /** Below `/file/bot<token>/`. */
  readonly path: string;
  /** As announced; the content of a large file need not exist. */
  readonly size: number;
}

/** Files by `file_id`. */
export class Files {
  private readonly byId = new Map<string, StoredFile>();

  add(file: UploadedFile, size = file.content.length): StoredFile {
    const n = this.byId.size + 1;
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? '';
    const stored: StoredFile = {
      ...file,
      id: `BQACAgUAAxkBAAI${String(n).padStart(6, '0')}`,
      uniqueId: `AgAD${String(n).padStart(6, '0')}`,
      path: `documents/file_${n}${extension}`,
      size,
    };
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
