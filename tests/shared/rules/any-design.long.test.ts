import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog/index';
import { readDesign } from '../../../shared/catalog/read';
import { applyChanges } from '../../../shared/model/apply';
import type { Design, Edge, Node } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf } from './assess';
import { contextWith } from './figures';

const size = 8;
const idAt = (position: number) => `n${position}`;

const nodes = fc.array(fc.constantFrom(...kinds.map(({ id }) => id)), { minLength: 1, maxLength: size });
const calls = fc.array(
  fc.record({
    from: fc.nat(size - 1),
    to: fc.nat(size - 1),
    calls: fc.constantFrom(0, 0.1, 1, 2),
    weight: fc.constantFrom(0, 1),
    mode: fc.constantFrom('sync' as const, 'async' as const),
    tls: fc.boolean(),
    optional: fc.boolean(),
  }),
  { maxLength: 14 },
);
const demand = fc.record({
  rps: fc.constantFrom(0, 10, 1000, 100_000),
  kind: fc.constantFrom('read' as const, 'write' as const),
  availability: fc.constantFrom(0.9, 0.999, 1),
  replicas: fc.constantFrom(1, 2),
});

/** A design of any kinds, called in any way, with a flow from its first node. */
const designs = fc
  .tuple(nodes, calls, demand)
  .map(([drawn, arrows, { rps, kind, availability, replicas }]) => {
    const parts = drawn.map(
      (id, i): Node => ({
        id: idAt(i),
        kind: id,
        config: { replicas, replicasPerShard: replicas },
      }),
    );
    const edges = arrows
      .filter(({ from, to }) => from < drawn.length && to < drawn.length)
      .map((edge, i): Edge => ({ ...edge, id: `e${i}`, from: idAt(edge.from), to: idAt(edge.to) }));
    const flows = [
      { id: 'f', kind, entry: idAt(0), rate: { rps }, targets: { p99Ms: 20, availability, headroom: 2 } },
    ];
    return { ...sketch({}, ''), system: { nodes: parts, edges, flows } } satisfies Design;
  });

test('whatever is drawn, every rule answers, in whole sentences, with fixes that leave the design readable', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const context = contextOf(design);
      const nameOf = partNames(context.design);
      for (const finding of evaluateRules(context).findings) {
        const { quickFix } = finding;
        const texts = [
          messageOf(finding, nameOf),
          fixOf(finding, nameOf),
          quickFix ? titleOf(quickFix, nameOf) : '',
        ];
        expect(texts.join(' ')).not.toMatch(/could not be made|[{}]|undefined|NaN/);
        if (quickFix === undefined) continue;
        const fixed = applyChanges(design, quickFix.changes);
        expect(fixed).not.toBe(design);
        expect(readDesign(fixed)).toMatchObject({ ok: true });
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 100) },
  );
});

test('the rules take time in proportion to the design', () => {
  const contextOfSize = (services: number) => {
    const parts: Record<string, string> = { user: 'client', lb: 'load-balancer' };
    const arrows: string[] = ['user -> lb'];
    const figures: Record<string, object> = {};
    for (let i = 0; i < services; i += 1) {
      Object.assign(parts, { [`a${i}`]: 'service', [`d${i}`]: 'sql-database', [`q${i}`]: 'queue' });
      arrows.push(`lb -> a${i} -> d${i}`, `a${i} ~> q${i}`);
      const busy = { offeredRps: 900, capacityRps: 1000, utilization: 0.9, visits: { reads: 0.1 } };
      Object.assign(figures, { [`a${i}`]: busy, [`d${i}`]: busy, [`q${i}`]: busy });
    }
    return contextWith(sketch(parts, arrows.join(', ')), { nodes: figures });
  };
  const cpuOf = (context: ReturnType<typeof contextOfSize>) => {
    const start = process.cpuUsage();
    // A copy is a design that nothing is remembered of.
    evaluateRules({ ...context, design: { ...context.design } });
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const best = (context: ReturnType<typeof contextOfSize>) =>
    Math.min(...Array.from({ length: 4 }, () => cpuOf(context)));
  const small = contextOfSize(200);
  const large = contextOfSize(1600);
  best(small);
  // 8 times the design: 8 times the work, or 64 times were it quadratic.
  expect(best(large) / Math.max(best(small), 1000)).toBeLessThan(32);
});
