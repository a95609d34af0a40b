import type { Language } from '../../src/errors.js';
import type {
  Catalogue,
  EntryTitle,
  SectionTitle,
  VolumeTitle,
} from '../../src/library/entries.js';
import { say } from '../texts.js';
import { type Button, callbackData, turner } from './keyboard.js';
import type { Message } from './message.js';
import { shorten } from './pages.js';
import { bold, plain } from './rich.js';

/** Lines of a list, and so buttons below it. */
const perPage = 8;

/** All volumes, a button each. */
export function renderVolumes({ volumes }: Catalogue, page: number, language: Language): Message {
  return list({
    title: say('contents', language),
    items: volumes,
    page,
    label: ({ name }) => name,
    note: ({ sections }) =>
      say('count', language, { n: sections.reduce((sum, { entries }) => sum + entries.length, 0) }),
    dataOf: ({ key }) => callbackData('v', key, 0),
    turn: (to) => callbackData('t', to),
    back: null,
  });
}

/** The sections of a volume. */
export function renderVolume(volume: VolumeTitle, page: number, language: Language): Message {
  return list({
    title: volume.name,
    items: volume.sections,
    page,
    label: ({ path }) => path.join(' · ') || say('noSection', language),
    note: ({ entries }) => say('count', language, { n: entries.length }),
    dataOf: ({ key }) => callbackData('s', key, 0),
    turn: (to) => callbackData('v', volume.key, to),
    back: callbackData('t', 0),
  });
}

/** The entries of a section. */
export function renderSection(
  volume: VolumeTitle,
  section: SectionTitle,
  page: number,
  language: Language,
): Message {
  return list({
    title: [volume.name, ...section.path].join(' · ') || say('contents', language),
    items: section.entries,
    page,
    label: ({ heading }) => `【${heading}】`,
    note: () => '',
    dataOf: openFromContents,
    turn: (to) => callbackData('s', section.key, to),
    back: callbackData('v', volume.key, 0),
  });
}

/** The entries that match a word, or null where none does. */
export function renderFound(
  catalogue: Catalogue,
  word: string,
  page: number,
  language: Language,
): Message | null {
  const found = catalogue.find(word);
  if (found.length === 0) return null;
  // A word too long for a button names few entries; were there more, one says so.
  const turns = callbackData('w', 9999, word) !== null;
  const message = list({
    title: say('contentsFound', language, { word: shorten(word, 100), n: found.length }),
    items: turns ? found : { length: Math.min(found.length, perPage), slice: found.slice },
    page,
    label: ({ heading }) => `【${heading}】`,
    note: ({ volume }) => volume,
    dataOf: openFromContents,
    turn: (to) => callbackData('w', to, word),
    back: null,
  });
  if (turns || found.length <= perPage) return message;
  const narrow = say('contentsNarrow', language, { n: perPage });
  return { ...message, rich: [...message.rich, plain(`\n${narrow}`)] };
}

/** Entries that come near a word on one page, or null where none does. */
export function renderSimilar(
  titles: readonly EntryTitle[],
  word: string,
  language: Language,
): Message | null {
  if (titles.length === 0) return null;
  return list({
    title: say('contentsSimilar', language, { word: shorten(word, 100) }),
    items: titles.slice(0, perPage),
    page: 0,
    label: ({ heading }) => `【${heading}】`,
    note: ({ volume }) => volume,
    dataOf: openFromContents,
    turn: () => null,
    back: null,
  });
}

/** A list that is not read further than it is shown, an array too. */
interface Items<Item> {
  readonly length: number;
  slice(start: number, end: number): readonly Item[];
}

interface ListView<Item> {
  readonly title: string;
  readonly items: Items<Item>;
  readonly page: number;
  readonly label: (item: Item) => string;
  readonly note: (item: Item) => string;
  readonly dataOf: (item: Item) => string | null;
  readonly turn: (page: number) => string | null;
  readonly back: string | null;
}

function list<Item>(view: ListView<Item>): Message {
  const pages = Math.max(1, Math.ceil(view.items.length / perPage));
  const page = Math.min(Math.max(view.page, 0), pages - 1);
  const shown = view.items.slice(page * perPage, (page + 1) * perPage);
  return {
    rich: [
      bold(shorten(view.title, 300)),
      ...shown.map((item, i) => {
        const note = view.note(item);
        const line = `\n${page * perPage + i + 1}. ${shorten(view.label(item), 200)}`;
        return plain(note === '' ? line : `${line}  ${shorten(note, 100)}`);
      }),
    ],
    keyboard: [
      ...shown.map((item, i): Button[] => {
        const data = view.dataOf(item);
        const label = `${page * perPage + i + 1}. ${view.label(item)}`;
        return data === null ? [] : [{ label, data }];
      }),
      turner(page, pages, view.turn),
      view.back === null ? [] : [{ label: '↩', data: view.back }],
    ],
  };
}

function openFromContents({ id }: EntryTitle): string | null {
  return callbackData('e', id, 0, 't');
}
