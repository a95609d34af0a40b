/** Chinese characters in a row that may not be taken over; see `borrowedRuns`. */
export const runLength = 12;

/**
 * The runs of `runLength` Chinese characters that `text` shares with a source, in the text's order.
 * Punctuation and spaces are read over, so a changed comma hides nothing; digits and letters end a
 * run. `names` are not counted: each ends a run where it stands.
 */
export function borrowedRuns(
  text: string,
  sources: Iterable<string>,
  names: readonly string[] = [],
): readonly string[] {
  const runs = new Set(runsOf(names.reduce((rest, name) => rest.replaceAll(name, '0'), text)));
  const taken = new Set<string>();
  for (const source of sources) {
    for (const run of runsOf(source)) if (runs.has(run)) taken.add(run);
  }
  return [...runs].filter((run) => taken.has(run));
}

function* runsOf(text: string): Generator<string> {
  const bare = text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
  for (const [stretch] of bare.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at + runLength <= stretch.length; at++) {
      yield stretch.slice(at, at + runLength);
    }
  }
}
