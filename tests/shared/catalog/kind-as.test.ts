import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { kindAs, kinds } from '../../../shared/catalog/index';
import { resolve } from '../../../shared/catalog/resolve';
import { cardFigures } from '../../../shared/diagram/figures';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf, idsOf } from '../rules/assess';

const names = [...new Set(kinds.flatMap(({ technologies }) => technologies.map(({ name }) => name)))];

/** Every kind in each technology of the catalog, its own and those of other kinds. */
const pairs = kinds.flatMap((kind) => names.map((technology) => ({ kind, technology })));

const alone = (kind: string, technology: string | undefined) =>
  sketch({ it: kind }, '', { nodes: { it: technology === undefined ? {} : { technology } }, flows: {} });

const twoOf = (kind: string, technology: string | undefined) => {
  const named = technology === undefined ? {} : { technology };
  return sketch({ user: 'client', api: 'service', a: kind, b: kind }, 'user -> api -> a, api -> b', {
    nodes: { a: named, b: named },
  });
};

describe('the kind of a node is its own, whatever its technology', () => {
  test('when resolved and on its card', () => {
    const wrong = pairs.flatMap(({ kind, technology }) => {
      const node = resolve(alone(kind.id, technology)).nodes[0];
      if (node === undefined) return [`${kind.id} in ${technology}`];
      const { id, title, layer, behaviour, purpose, maxScaleUp } = node.kind;
      const isOwn =
        id === kind.id &&
        title === kind.title &&
        layer === kind.layer &&
        behaviour === kind.behaviour &&
        purpose === kind.purpose &&
        maxScaleUp === kind.maxScaleUp;
      const own = new Set<string>([...kind.main, ...kind.more, 'replicas', 'slaAvailability']);
      const hasOwnFields = [...node.kind.main, ...node.kind.more].every((field) => own.has(field));
      const context = { sketch: false, bottleneck: false };
      const { detail } = cardFigures({ ...node, name: 'It' }, null, context);
      return isOwn && hasOwnFields && detail.startsWith(technology)
        ? []
        : [`${kind.id} in ${technology} is ${id}`];
    });
    expect(wrong).toEqual([]);
  });

  test('and is the same object each time, so that an edit elsewhere leaves the node as it was', () => {
    for (const kind of kinds)
      for (const technology of kind.technologies)
        expect(kindAs(kind, technology)).toBe(kindAs(kindAs(kind, technology), technology));
  });

  test('in the choice that a caller makes between two of them', () => {
    const choicesOf = (kind: string, technology: string | undefined) =>
      resolve(twoOf(kind, technology)).edges.map(({ choice }) => choice);
    for (const kind of kinds)
      for (const { name } of kind.technologies)
        expect([kind.id, name, choicesOf(kind.id, name)]).toEqual([
          kind.id,
          name,
          choicesOf(kind.id, undefined),
        ]);
  });
});

describe('two PostgreSQL databases that a service calls', () => {
  const design = twoOf('sql-database', 'PostgreSQL');

  test('get every call each', () => {
    const result = analyze(resolve(design));
    const nodes = result.ok ? result.analysis.nodes : [];
    const offered = nodes.filter(({ id }) => id === 'a' || id === 'b').map(({ offeredRps }) => offeredRps);
    expect(offered).toEqual([1000, 1000]);
  });

  test('need no shard key', () => expect(idsOf(findingsOf(design))).not.toContain('no-shard-key'));
});

test('rules say the same of a kind in a technology without defaults as of the kind alone', () => {
  // Unlike a shard, a database that has too much to do can be split.
  const busy = (technology: string | undefined) =>
    sketch({ user: 'client', api: 'service', it: 'sql-database' }, 'user -> api -> it', {
      nodes: { it: technology === undefined ? {} : { technology } },
      flows: { writes: { kind: 'write', rps: 20_000 } },
    });
  const said = (technology: string | undefined) =>
    findingsOf(busy(technology)).map(({ rule, target, quickFix }) => [rule, target, quickFix?.id]);
  expect(said('PostgreSQL')).toEqual(said(undefined));
});
