import { saysTerm, stemsOf } from './word-stems';

/** A sentence or a line of what was written, as the stems of its words. */
export interface Statement {
  readonly text: string;
  readonly stems: readonly string[];
}

/** Statements that are said more often are filling. */
const mostRepeats = 2;
/** From so many words on a statement needs the small words that sentences have. */
const longWords = 14;
const leastSmallWords = 0.12;

/**
 * What a text says, sentence by sentence. Rows of terms are no statements: what is repeated, made of a few words over and over, or
 * long without the small words of a sentence is left out, so that a list of words earns nothing.
 */
export function statementsOf(text: string): readonly Statement[] {
  const parts = text
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const counts = new Map<string, number>();
  const made = parts.map((part) => ({ text: part, stems: stemsOf(part) }));
  for (const { stems } of made) counts.set(keyOf(stems), (counts.get(keyOf(stems)) ?? 0) + 1);
  return made.filter(
    ({ text: part, stems }) => (counts.get(keyOf(stems)) ?? 0) <= mostRepeats && isSaid(part, stems),
  );
}

const keyOf = (stems: readonly string[]): string => [...new Set(stems)].sort().join(' ');

function isSaid(text: string, stems: readonly string[]): boolean {
  if (stems.length === 0) return false;
  if (stems.length > 3 && new Set(stems).size * 2 <= stems.length) return false;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words < longWords || (words - stems.length) / words >= leastSmallWords;
}

/** Something that an answer may name. */
export interface Named {
  readonly id: string;
  readonly terms: readonly string[];
}

/** A term is said where three fifths of it are, by words that mean the same at least. */
const leastSaid = 0.6;

/**
 * Which points the statements name. A statement names one point for each three of its words at most, the best first; `bare` lets a
 * point's own words are alone, as in a list of requirements.
 */
export function namedBy(
  statements: readonly Statement[],
  points: readonly Named[],
  bare = false,
): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { stems } of statements) {
    const distinct = new Set(stems).size;
    if (distinct < 2 && !bare) continue;
    const most = Math.max(1, Math.floor(distinct / 3));
    const said = points
      .map(({ id, terms }) => ({ id, said: Math.max(0, ...terms.map((term) => saysTerm(stems, term))) }))
      .filter((point) => point.said >= leastSaid)
      .sort((one, other) => other.said - one.said);
    for (const { id } of said.slice(0, most)) named.add(id);
  }
  return named;
}

/** Whether a statement gives a figure: a number with a unit or a per cent sign, or a number beside the name of a metric. */
export const citesFigure = (text: string): boolean =>
  /\d[\d.,]*\s*(%|ms\b|s\b|µs\b|min\b|k\b|m\b|[kmgtp]?i?b(\/s|ps)?\b|rps\b|qps\b|tps\b|\/s\b|\/day\b|usd\b|x\b|×|a second|per second|a day|nines)/i.test(
    text,
  ) ||
  (/\d/.test(text) &&
    /\b(p99|p95|p50|latency|throughput|utili[sz]ation|availability|capacity|rate|requests|reads|writes|servers|copies|replicas|shards|rpo|rto|cost)\b/i.test(
      text,
    ));
