import { z } from 'zod';
import { badRequest } from '../refusal.js';
import type { Arguments, UploadedFile } from '../request.js';
import type { World } from '../world.js';

export interface CallContext {
  readonly world: World;
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** The bot has closed the connection. */
  readonly gone: AbortSignal;
}

/** One method of the Bot API. `call` throws a Refusal where Telegram refuses. */
export interface ApiMethod<Result> {
  /** Names of the parameters it knows; further ones are ignored, as there. */
  readonly parameters: ReadonlySet<string>;
  call(args: Arguments, context: CallContext): Result | Promise<Result>;
}

/** A method from the shapes of its parameters and what it does. */
export function method<Shape extends z.ZodRawShape, Result>(
  shape: Shape,
  run: (params: z.output<z.ZodObject<Shape>>, context: CallContext) => Result | Promise<Result>,
): ApiMethod<Result> {
  const schema = z.object(shape);
  return {
    parameters: new Set(Object.keys(shape)),
    call: (args, context) => run(schema.parse(args), context),
  };
}

/** Missing is the empty text. */
export const text = z.string().default('');

/** `true`, `yes` and `1` in any letter case; all else is false, without complaint. */
export const flag = z
  .string()
  .default('')
  .transform((value) => ['true', 'yes', '1'].includes(value.trim().toLowerCase()));

/** Missing and unreadable are both 0. */
export const integer = z
  .string()
  .default('0')
  .transform((value) => Number.parseInt(value, 10) || 0);

/** A JSON value, still unchecked; undefined when missing or empty. */
export function json(failure: string) {
  return z
    .string()
    .default('')
    .transform((value): unknown => {
      if (value === '') return undefined;
      try {
        return JSON.parse(value);
      } catch {
        throw badRequest(failure);
      }
    });
}

/** As `json`, but what cannot be read counts as missing. */
export const lenientJson = z
  .string()
  .default('')
  .transform((value): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      return undefined;
    }
  });

export const replyMarkup = json("can't parse reply keyboard markup JSON object");
