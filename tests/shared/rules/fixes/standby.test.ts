import { expect, test } from 'vitest';
import { applyChanges } from '../../../../shared/model/apply';
import type { Config } from '../../../../shared/model/config';
import { sketch } from '../../../../shared/rules/sketch';
import { findingsOf, idsOf } from '../assess';

/** Servers on standby take nothing while the others are up: who adds servers adds them beside those. */
const cases: readonly (readonly [rule: string, config: Config])[] = [
  ['saturated', { replicas: 4, standby: 2, concurrency: 4, serviceMs: 10 }],
  ['saturated', { replicas: 4, standby: 20, concurrency: 4, serviceMs: 10 }],
  ['refused-requests', { replicas: 24, standby: 20, concurrency: 4, serviceMs: 10, queueLimit: 16 }],
  // 1 000 × (10 + 40 + 2) ms = 52 of the 64 places of the two that work.
  ['held-requests', { replicas: 8, standby: 6, concurrency: 32, serviceMs: 10, delayMs: 0, maxInFlight: 32 }],
];

test.each(cases)('%s is fixed with servers on standby: %o', (rule, config) => {
  const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
    flows: { reads: { rps: 1000 } },
    config: { api: config, db: { readMs: 2 } },
    edges: { 'api -> db': { rttMs: 40 } },
  });
  const finding = findingsOf(design).find((one) => one.rule === rule);
  if (finding?.quickFix === undefined) throw new Error(`no fix of ${rule} in ${idsOf(findingsOf(design))}`);
  expect(idsOf(findingsOf(applyChanges(design, finding.quickFix.changes)))).not.toContain(rule);
});
