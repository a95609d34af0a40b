import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Reads a JSON-lines file; throws on the first line that does not fit the schema, naming it. */
export function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const parsed = schema.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data;
      throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    });
}
