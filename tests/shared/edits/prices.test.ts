import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { priceChanges, priceNoteChanges } from '../../../shared/edits/prices';
import { applyChanges } from '../../../shared/model/apply';
import { parseDesign } from '../../../shared/model/parse';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';

const drawn = sketch({ user: 'client', api: 'service' }, 'user -> api');
const design: Design = {
  ...drawn,
  system: {
    ...drawn.system,
    flows: drawn.system.flows?.map((flow) => ({ ...flow, responseBytes: 10_000 })) ?? [],
  },
};
const egress = 'internetEgressUsdPerGb';

test('a price of its own has a date and a source, stands in the file and in the cost, and goes with both', () => {
  const priced = applyChanges(design, priceChanges(design, egress, 0.5));
  const dated = applyChanges(priced, priceNoteChanges(priced, egress, { date: '2026-11-30' }));
  const noted = applyChanges(dated, priceNoteChanges(dated, egress, { source: 'Contract 7' }));
  expect(noted.system.prices).toEqual({
    [egress]: 0.5,
    sources: { [egress]: { date: '2026-11-30', source: 'Contract 7' } },
  });
  expect(parseDesign(JSON.parse(JSON.stringify(noted)))).toEqual({ ok: true, value: noted });
  const egressOf = (of: Design) => {
    const result = analyze(resolve(of));
    return result.ok ? (result.analysis.totals.cost?.egressUsd ?? null) : null;
  };
  const free = applyChanges(design, priceChanges(design, egress, 0));
  const double = applyChanges(design, priceChanges(design, egress, 1));
  expect(egressOf(free)).toBe(0);
  expect(egressOf(noted)).toBeGreaterThan(0);
  expect(egressOf(double)).toBeCloseTo(2 * (egressOf(noted) ?? 0), 6);
  expect(applyChanges(noted, priceChanges(noted, egress, null))).toEqual(design);
});

test('an emptied note is removed, and notes of other prices stay', () => {
  const both = applyChanges(design, [
    ...priceChanges(design, egress, 0.5),
    {
      op: 'patch-prices',
      patch: {
        crossZoneUsdPerGb: 0.1,
        sources: { crossZoneUsdPerGb: { source: 'A' }, [egress]: { date: 'B' } },
      },
    },
  ]);
  const emptied = applyChanges(both, priceNoteChanges(both, egress, { date: '' }));
  expect(emptied.system.prices?.sources).toEqual({ crossZoneUsdPerGb: { source: 'A' } });
});
