import type { ApiError, ResponseParameters } from '@grammyjs/types';

/** A call that Telegram turns down; the HTTP status is the error code. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = parameters;
  }

  /** The JSON body that the caller reads. */
  get body(): ApiError {
    const { code, message, parameters } = this;
    const body: ApiError = { ok: false, error_code: code, description: message };
    return parameters === undefined ? body : { ...body, parameters };
  }
}

/** 400. As Telegram does, the first letter is made small unless the reason is a CODE_NAME. */
export function badRequest(reason: string, parameters?: ResponseParameters): Refusal {
  return new Refusal(400, `Bad Request: ${small(reason)}`, parameters);
}

export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${reason}`);
}

export function conflict(reason: string): Refusal {
  return new Refusal(409, `Conflict: ${reason}`);
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

export function unauthorized(): Refusal {
  return new Refusal(401, 'Unauthorized');
}

/** 429. `retryAfter` in whole seconds, at least 1. */
export function tooManyRequests(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, {
    retry_after: retryAfter,
  });
}

/** Neither Telegram's wording nor its rule: this server does not imitate what was asked of it. */
export function notImitated(what: string): Refusal {
  return new Refusal(501, `The test server does not imitate ${what}`);
}

function small(reason: string): string {
  return /^.[A-Z_]/.test(reason) ? reason : reason.slice(0, 1).toLowerCase() + reason.slice(1);
}
