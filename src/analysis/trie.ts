/** A set of words that is looked for in running text. */
export interface Trie {
  /** The longest words at each place, left to right, without overlap. */
  find(text: string): string[];
  /** `tokens` (tiling `text`) with every found word made one token, tiling still. */
  merge(tokens: readonly string[], text: string): readonly string[];
}

interface Node {
  readonly next: Map<string, Node>;
  end: boolean;
}

export function createTrie(words: readonly string[]): Trie {
  const root: Node = { next: new Map(), end: false };
  for (const word of words) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const unit = word[i] as string;
      const next = node.next.get(unit) ?? { next: new Map(), end: false };
      node.next.set(unit, next);
      node = next;
    }
    node.end = true;
  }

  /** Length of the longest word that starts at `at`, 0 if none. */
  const longest = (text: string, at: number): number => {
    let node: Node | undefined = root;
    let length = 0;
    for (let i = at; i < text.length; i++) {
      node = node.next.get(text[i] as string);
      if (node === undefined) break;
      if (node.end) length = i + 1 - at;
    }
    return length;
  };

  const spans = (text: string): { start: number; end: number }[] => {
    const found = [];
    for (let at = 0; at < text.length; ) {
      const length = longest(text, at);
      if (length > 0) found.push({ start: at, end: at + length });
      at += Math.max(length, 1);
    }
    return found;
  };

  return {
    find: (text) => spans(text).map(({ start, end }) => text.slice(start, end)),
    merge: (tokens, text) => {
      const found = words.length === 0 ? [] : spans(text);
      if (found.length === 0) return tokens;
      const cuts = new Set<number>([0, text.length]);
      let at = 0;
      for (const token of tokens) {
        at += token.length;
        cuts.add(at);
      }
      for (const { start, end } of found) {
        for (let i = start + 1; i < end; i++) cuts.delete(i);
        cuts.add(start).add(end);
      }
      const places = [...cuts].sort((a, b) => a - b);
      return places.slice(1).map((end, i) => text.slice(places[i], end));
    },
  };
}
