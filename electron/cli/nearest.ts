/** How many letters must be put in, taken out, exchanged or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchange = a[i - 1] === b[j - 1] ? 0 : 1;
      const edits = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + exchange];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits.push((last[j - 2] ?? 0) + 1);
      next.push(Math.min(...edits));
    }
    last = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known word that a mistyped one most likely meant, or null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  // What is longer than any word that is known is no typing mistake, and would take long to compare.
  if (word.length > 40) return null;
  const lower = word.toLowerCase();
  const begun = known.find((candidate) => lower.length >= 3 && candidate.startsWith(lower));
  if (begun !== undefined) return begun;
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : null;
}

/** ' Did you mean “check”?', or all that is known where nothing is near. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== null) return ` Did you mean ${near}?`;
  return known.length === 0 ? '' : ` Known: ${known.join(', ')}.`;
}
