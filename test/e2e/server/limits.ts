/**
 * What Telegram counts. Where the Bot API documentation gives a number, it is that number; the
 * marked ones are not documented and were set where bots in the field meet them.
 */
export const limits = Object.freeze({
  /** UTF-16 units, after entity parsing. */
  text: 4096,
  caption: 1024,
  quote: 1024,
  /** Bytes of the text as sent, markup included (the server's own guard, before parsing). */
  rawTextBytes: 32_768,
  /** Further entities are dropped without a word. Not documented. */
  entities: 100,
  callbackDataBytes: 64,
  callbackAnswer: 200,
  copyText: 256,
  /** Buttons of one keyboard, and of one row. Not documented. */
  buttons: 100,
  buttonsInRow: 8,
  inlineResults: 50,
  inlineResultIdBytes: 64,
  nextOffsetBytes: 64,
  inlineQuery: 256,
  commands: 100,
  command: 32,
  commandDescription: 256,
  description: 512,
  shortDescription: 120,
  secretToken: 256,
  webhookUrlBytes: 2048,
  /** Updates of one getUpdates. */
  updates: 100,
  /** Bytes of a file that getFile hands out, of a document sent, and of a request. */
  downloadBytes: 20 << 20,
  uploadBytes: 50 << 20,
  requestBytes: 60 << 20,
  /** An update is kept for a day. */
  updateMs: 24 * 3600_000,
  /** A message of others can be deleted for two days. */
  deleteMs: 48 * 3600_000,
  /** How long an inline query and a pressed button wait for an answer. Not documented. */
  inlineAnswerMs: 10_000,
  callbackAnswerMs: 60_000,
});
