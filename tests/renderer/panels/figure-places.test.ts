import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { explain } from '../../../shared/analysis/explanations/explain';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';
import { type FigurePlace, figurePlaces } from '../../support/figure-places';

interface Leaf {
  readonly pattern: string;
  readonly part: string;
  /** The key of a record, or the part of a budget. */
  readonly key: string;
}

/** Records by the id of a flow, or by the name of an estimate. */
const isRecord = (pattern: string): boolean => /(\.visits|\.flows|totals\.estimates)$/.test(pattern);

/** All leaves of the JSON: ids and indices are left out of the pattern. */
function leavesOf(value: unknown, at: Leaf): readonly Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) =>
      leavesOf(item, { ...at, ...namesOf(item, at), pattern: `${at.pattern}[]` }),
    );
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, inner]) =>
    isRecord(at.pattern)
      ? leavesOf(inner, { ...at, pattern: `${at.pattern}.*`, key: name })
      : leavesOf(inner, { ...at, pattern: at.pattern === '' ? name : `${at.pattern}.${name}` }),
  );
}

function namesOf(item: unknown, { pattern, part }: Leaf): Partial<Leaf> {
  const { id, from, to, node, edge } = (item ?? {}) as Readonly<Record<string, string | undefined>>;
  if (pattern.endsWith('.budget')) return { key: node ?? edge ?? '' };
  if (pattern === 'layers') return { part: `layer:${id}` };
  if (pattern === 'hops') return { part: `${from}>${to}` };
  return { part: id ?? part };
}

const places = new Map(figurePlaces.map((place) => [place.pattern, place]));

const isPrefix = (pattern: string): boolean =>
  figurePlaces.some((place) => place.pattern.startsWith(`${pattern}.`));

const sourceOf = ({ file }: FigurePlace): string =>
  readFileSync(new URL(`../../../renderer/${file}`, import.meta.url), 'utf8');

/** TinyURL with targets of every scope, which templates do not have. */
function withTargets(): Design {
  const design = templates.find(({ id }) => id === 'tinyurl')?.design;
  if (design === undefined) throw new Error('There is no TinyURL.');
  const targets = { ...design.system.targets, layers: { service: { p99Ms: 60 } } };
  const nodes = design.system.nodes?.map((node) =>
    node.id === 'redirect-api' ? { ...node, targets: { p99Ms: 40 } } : node,
  );
  return {
    ...design,
    id: 'tinyurl-with-targets',
    system: { ...design.system, targets, ...(nodes && { nodes }) },
  };
}

const analysed = [...templates.map(({ design }) => design), withTargets()].map((design) => {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(`${design.id} has no figures.`);
  const start: Leaf = { pattern: '', part: 'totals', key: '' };
  return { id: design.id, resolved, analysis: result.analysis, leaves: leavesOf(result.analysis, start) };
});

describe('the figures that the command line prints', () => {
  test.each(analysed)(
    'each have a place in the window, and an explanation, in $id',
    ({ resolved, analysis, leaves }) => {
      const faults = leaves.flatMap(({ pattern, part, key }) => {
        const place = places.get(pattern);
        // What a part does not have, such as the cost of a client, is as null in place of its figures.
        if (place === undefined && isPrefix(pattern)) return [];
        if (place === undefined) return [`${pattern} has no place`];
        if (place.metric === null) return [];
        const metric = place.metric.replace('+', () => key);
        return explain(resolved, analysis, part, metric) === null
          ? [`${part}.${metric} has no explanation`]
          : [];
      });
      expect([...new Set(faults)]).toEqual([]);
    },
  );

  test.each(figurePlaces)('$pattern stands in $file', (place) => {
    expect(sourceOf(place)).toContain(place.says);
  });

  test('are found by the walk, so that no place is of a figure that there is not', () => {
    const found = new Set(analysed.flatMap(({ leaves }) => leaves.map(({ pattern }) => pattern)));
    // A list is no leaf: what it lists is.
    const missing = figurePlaces.filter(({ pattern }) => !found.has(pattern) && !found.has(`${pattern}[]`));
    expect(missing.map(({ pattern }) => pattern)).toEqual([]);
  });
});
