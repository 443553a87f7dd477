import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../../../../shared/model/apply';
import type { Design } from '../../../../shared/model/schema';
import { sketch } from '../../../../shared/rules/sketch';
import { findingsOf } from '../assess';

const designs = fc
  .record({
    rps: fc.integer({ min: 1, max: 2000 }),
    replicas: fc.integer({ min: 3, max: 30 }),
    concurrency: fc.constantFrom(1, 4, 16, 32),
    serviceMs: fc.constantFrom(1, 10, 50),
    cv: fc.constantFrom(0.5, 1, 2),
    algorithm: fc.constantFrom('least-connections' as const, 'round-robin' as const, 'ip-hash' as const),
    hotShare: fc.constantFrom(0, 0.1),
    p99Ms: fc.constantFrom(30, 80, 150, 400),
    availability: fc.constantFrom(0.99, 0.9995, 0.99997),
    headroom: fc.constantFrom(1, 3),
    annualGrowth: fc.constantFrom(0, 0.5, 3),
    spikeFactor: fc.constantFrom(1, 5),
    slowDb: fc.boolean(),
  })
  .map((of): Design => {
    const { rps, p99Ms, availability, headroom, annualGrowth, spikeFactor } = of;
    const { replicas, concurrency, serviceMs, cv, algorithm, hotShare } = of;
    return sketch(
      { user: 'client', lb: 'load-balancer', api: 'service', db: 'sql-database' },
      'user -> lb -> api -> db',
      {
        flows: { reads: { rps, targets: { p99Ms, availability, headroom } } },
        config: {
          lb: { algorithm, hotShare },
          api: { replicas, concurrency, serviceMs, cv, autoscaleMax: 60 },
          db: of.slowDb ? { readMs: 30, concurrency: 200 } : {},
        },
        system: { workload: { annualGrowth, spikeFactor, spikeSeconds: 600 } },
      },
    );
  });

const keysOf = (design: Design): readonly string[] =>
  findingsOf(design)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, target }) => `${rule} ${target}`);

test('servers that are taken away are missed by no target, limit or plan', () => {
  let taken = 0;
  fc.assert(
    fc.property(designs, (design) => {
      const idle = findingsOf(design).find(({ rule }) => rule === 'over-provisioned');
      if (idle?.quickFix === undefined) return;
      taken += 1;
      const fixed = applyChanges(design, idle.quickFix.changes);
      const known = new Set(keysOf(design));
      expect(keysOf(fixed).filter((key) => !known.has(key))).toEqual([]);
      expect(findingsOf(fixed).map(({ rule }) => rule)).not.toContain('over-provisioned');
    }),
    { numRuns: 80 },
  );
  // One design in five has idle servers.
  expect(taken).toBeGreaterThan(0);
});
