import { describe, expect, test } from 'vitest';
import { flowsWithOwnTargets } from '../../../shared/edits/targets';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const flow = { kind: 'read', entry: 'user', rate: { rps: 1 } } as const;
const design: Design = {
  ...emptyDesign('d', 'D', '2026-01-01T00:00:00.000Z'),
  system: {
    nodes: [{ id: 'user', kind: 'client' }],
    targets: { availability: 0.9999 },
    flows: [
      { ...flow, id: 'strict', targets: { availability: 0.9995 } },
      { ...flow, id: 'fast', targets: { p99Ms: 100 } },
      { ...flow, id: 'plain' },
    ],
  },
};
const idsFor = (metrics: readonly string[]) => flowsWithOwnTargets(design, metrics).map(({ id }) => id);

describe('flows to which a target of the design does not apply', () => {
  test('are those with one of their own for the metric', () => {
    expect(idsFor(['availability'])).toEqual(['strict']);
    expect(idsFor(['p50Ms', 'p99Ms'])).toEqual(['fast']);
    expect(idsFor(['headroom'])).toEqual([]);
  });
});
