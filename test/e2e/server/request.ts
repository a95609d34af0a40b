import type { IncomingMessage } from 'node:http';
import { limits } from './limits.js';
import { badRequest, Refusal } from './refusal.js';

/** Parameters as the Bot API server sees them, whatever body brought them: text, objects as JSON. */
export type Arguments = Readonly<Record<string, string>>;

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface Payload {
  readonly args: Arguments;
  /** By the name of the form field. */
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** Parameters of the query string and of a JSON, urlencoded or multipart body. */
export async function readPayload(request: IncomingMessage, url: URL): Promise<Payload> {
  const query = Object.fromEntries(url.searchParams);
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return { args: query, files: new Map() };
  if (type.includes('application/json')) {
    return { args: { ...query, ...jsonArguments(body) }, files: new Map() };
  }
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    return { args: query, files: new Map() };
  }
  const { args, files } = await formArguments(body, type);
  return { args: { ...query, ...args }, files };
}

/** The parameters of a decoded JSON object; null comes as the text `null`, as it does there. */
export function toArguments(values: Readonly<Record<string, unknown>>): Arguments {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.requestBytes) throw new Refusal(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonArguments(body: Buffer): Arguments {
  let decoded: unknown;
  try {
    decoded = JSON.parse(body.toString());
  } catch {
    throw badRequest("can't parse request parameters as JSON object");
  }
  if (typeof decoded !== 'object' || decoded === null || Array.isArray(decoded)) {
    throw badRequest('JSON object expected');
  }
  return toArguments(decoded as Record<string, unknown>);
}

async function formArguments(body: Buffer, type: string): Promise<Payload> {
  const args: Record<string, string> = {};
  const files = new Map<string, UploadedFile>();
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData();
  } catch {
    throw badRequest("can't parse request body as a form");
  }
  for (const [name, value] of form) {
    if (typeof value === 'string') args[name] = value;
    else {
      const content = Buffer.from(await value.arrayBuffer());
      files.set(name, { name: value.name, type: value.type, content });
    }
  }
  return { args, files };
}
