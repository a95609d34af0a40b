import type { File, Update, WebhookInfo } from '@grammyjs/types';
import { limits } from '../limits.js';
import type { Receiving } from '../receiving.js';
import { badRequest, conflict } from '../refusal.js';
import { flag, integer, json, lenientJson, method, text } from './method.js';

/** The methods by which updates and files reach the bot. */
export function receivingMethods({ polling, webhook }: Receiving) {
  const deleteWebhook = method({ drop_pending_updates: flag }, (params, { world }): true => {
    webhook.unset();
    if (params.drop_pending_updates) world.updates.clear();
    return true;
  });
  return {
    getUpdates: method(
      { offset: integer, limit: text, timeout: integer, allowed_updates: lenientJson },
      async (params, { world, gone }): Promise<Update[]> => {
        if (webhook.isSet) {
          throw conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          );
        }
        world.updates.allow(kinds(params.allowed_updates));
        const limit = Number.parseInt(params.limit, 10) || limits.updates;
        const timeoutMs = Math.min(Math.max(params.timeout, 0), 50) * 1000;
        return [
          ...(await polling.poll(
            params.offset,
            Math.min(Math.max(limit, 1), limits.updates),
            timeoutMs,
            gone,
          )),
        ];
      },
    ),
    setWebhook: method(
      {
        url: text,
        secret_token: text,
        max_connections: integer,
        allowed_updates: json("can't parse allowed updates JSON object"),
        drop_pending_updates: flag,
        ip_address: text,
      },
      (params, context): true => {
        if (params.url === '') {
          return deleteWebhook.call(
            { drop_pending_updates: String(params.drop_pending_updates) },
            context,
          ) as true;
        }
        checkUrl(params.url);
        if (params.secret_token.length > limits.secretToken) {
          throw badRequest('secret token is too long');
        }
        if (!/^[A-Za-z0-9_-]*$/.test(params.secret_token)) {
          throw badRequest('secret token contains unallowed characters');
        }
        const { updates } = context.world;
        updates.allow(kinds(params.allowed_updates));
        if (params.drop_pending_updates) updates.clear();
        polling.interrupt('terminated by setWebhook request');
        webhook.set({
          url: params.url,
          secret: params.secret_token,
          maxConnections: Math.min(params.max_connections > 0 ? params.max_connections : 40, 100),
        });
        return true;
      },
    ),
    deleteWebhook,
    getWebhookInfo: method({}, (): WebhookInfo => webhook.info),
    getFile: method({ file_id: text }, (params, { world }): File => {
      if (params.file_id === '') throw badRequest('file_id not specified');
      const file = world.files.get(params.file_id);
      if (file === undefined) throw badRequest('invalid file_id');
      if (file.size > limits.downloadBytes) throw badRequest('file is too big');
      return {
        file_id: file.id,
        file_unique_id: file.uniqueId,
        file_size: file.size,
        file_path: file.path,
      };
    }),
  };
}

/** As a server started for local use: http and any port are fine. */
function checkUrl(url: string): void {
  if (Buffer.byteLength(url) > limits.webhookUrlBytes || !URL.canParse(url)) {
    throw badRequest('invalid webhook URL specified');
  }
  if (!/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
}

function kinds(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((kind) => typeof kind === 'string');
}
