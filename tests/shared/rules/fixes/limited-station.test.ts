import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../../shared/model/apply';
import type { Config } from '../../../../shared/model/config';
import type { Design } from '../../../../shared/model/schema';
import { titleOf } from '../../../../shared/rules/finding-text';
import { sketch } from '../../../../shared/rules/sketch';
import { contextOf, findingsOf, idsOf } from '../assess';

/** A service that works 10 ms on each request; 32 places a server. */
const drawn = (rps: number, config: Config, p99Ms?: number) =>
  sketch({ user: 'client', api: 'service' }, 'user -> api', {
    config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, maxUtilization: 0.7, ...config } },
    flows: { reads: { rps, ...(p99Ms !== undefined && { targets: { p99Ms } }) } },
  });

/** Offered ÷ capacity, which refusals do not lower. */
function utilizationOf(design: Design): number {
  const at = contextOf(design).analysis?.nodes.find(({ id }) => id === 'api');
  return (at?.offeredRps ?? Number.NaN) / (at?.capacityRps ?? Number.NaN);
}

function fixOf(design: Design, rule: string) {
  const finding = findingsOf(design).find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`${rule} is not found in ${idsOf(findingsOf(design))}`);
  return finding.quickFix;
}

function afterFix(design: Design, rule: string) {
  const quickFix = fixOf(design, rule);
  if (quickFix === undefined) throw new Error(`${rule} has no quick fix`);
  const fixed = applyChanges(design, quickFix.changes);
  return { title: titleOf(quickFix), utilization: utilizationOf(fixed), left: idsOf(findingsOf(fixed)) };
}

describe('a station that works on no more than its queue limit', () => {
  test('is offered the limit that its servers need, not servers that would have nothing to work on', () => {
    // 1 000 × 10 ms = 10 concurrent, of 8 places of 2 × 32: 125 % however many servers there are.
    const design = drawn(1000, { queueLimit: 8 });
    expect(utilizationOf(design)).toBeCloseTo(1.25);
    const { title, utilization, left } = afterFix(design, 'saturated');
    expect(title).toBe('Set a queue limit of 64');
    // 10 of 64.
    expect(utilization).toBeLessThanOrEqual(0.7);
    expect(left).not.toContain('saturated');
  });

  test('is offered both where it has too few servers as well', () => {
    // 4 000 × 10 ms = 40 concurrent; ÷ 0.7 = 57.1 places, so 2 servers of 32 and a third to lose. The limit of 20 is lower than that.
    const design = drawn(4000, { replicas: 1, queueLimit: 20 });
    const { title, utilization, left } = afterFix(design, 'saturated');
    expect(title).toBe('Run 3 replicas and set a queue limit of 96');
    expect(utilization).toBeLessThanOrEqual(0.7);
    expect(left).not.toContain('saturated');
  });

  test('is offered servers alone where its limit has places for all of them', () => {
    // As above, with places enough.
    const { title, utilization } = afterFix(drawn(4000, { replicas: 1, queueLimit: 200 }), 'saturated');
    expect(title).toBe('Run 3 replicas');
    expect(utilization).toBeLessThanOrEqual(0.7);
  });

  test('is offered nothing where a longer queue could miss a latency target', () => {
    // 28 concurrent of 2 × 16 servers: many would wait.
    const design = drawn(2800, { concurrency: 16, queueLimit: 20, maxUtilization: 0.95 }, 50);
    expect(utilizationOf(design)).toBeGreaterThan(1);
    expect(fixOf(design, 'saturated')).toBeUndefined();
  });
});
