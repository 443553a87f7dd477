import { firstOf } from '../model/first-of';
import { shortened } from '../model/issues';
import { counts } from '../model/limits';
import { parseDesign, parseDesignText } from '../model/parse';
import type { Problem, Result } from '../model/result';
import { type Design, edgesOf, nodesOf } from '../model/schema';
import { kindOf } from './index';
import { priceBookOf, priceBooks } from './price-books';

/** A value as a design of known kinds: `parseDesign`, and what needs the catalog. Never throws. */
export function readDesign(value: unknown): Result<Design> {
  return withKnownKinds(parseDesign(value));
}

/** A JSON text as a design of known kinds; see `readDesign`. */
export function readDesignText(text: string): Result<Design> {
  return withKnownKinds(parseDesignText(text));
}

function withKnownKinds(parsed: Result<Design>): Result<Design> {
  if (!parsed.ok) return parsed;
  const problems = firstOf(catalogProblems(parsed.value), counts.problems);
  return problems.length === 0 ? parsed : { ok: false, problems };
}

function* catalogProblems(design: Design): Generator<Problem> {
  yield* kindProblems(design);
  yield* missProblems(design);
  yield* priceBookProblems(design);
}

function* kindProblems(design: Design): Generator<Problem> {
  for (const [at, node] of nodesOf(design).entries()) {
    if (kindOf(node.kind) !== undefined) continue;
    const values = { part: node.id, kind: shortened(node.kind) };
    yield { key: 'unknown-kind', path: ['system', 'nodes', at, 'kind'], values };
  }
}

/** `onMissOf` names a cache that the caller asks itself; an inline cache passes its misses on by its own edges. */
function* missProblems(design: Design): Generator<Problem> {
  const caches = new Set(
    nodesOf(design)
      .filter((node) => {
        const kind = kindOf(node.kind);
        const behaviour =
          kind?.id === 'custom' ? (node.config?.behaviour ?? kind.behaviour) : kind?.behaviour;
        // An unknown kind is reported as such; that it may be no cache would be a second complaint about the same node.
        return behaviour === 'aside-cache' || kind === undefined;
      })
      .map((node) => node.id),
  );
  for (const [at, edge] of edgesOf(design).entries()) {
    if (edge.onMissOf === undefined || caches.has(edge.onMissOf)) continue;
    const values = { part: edge.id, id: edge.onMissOf };
    yield { key: 'miss-of-no-cache', path: ['system', 'edges', at, 'onMissOf'], values };
  }
}

function* priceBookProblems({ system }: Design): Generator<Problem> {
  const book = system.prices?.book;
  if (priceBookOf(book) !== undefined) return;
  const known = priceBooks.map(({ id }) => id).join(', ');
  yield {
    key: 'unknown-price-book',
    path: ['system', 'prices', 'book'],
    values: { book: shortened(book ?? ''), known },
  };
}
