import { expect, test } from 'vitest';
import { readScenarios } from '../../../shared/edits/what-if-schema';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { emptyDesign } from '../../../shared/model/empty-design';
import { counts } from '../../../shared/model/limits';
import { parseDesign } from '../../../shared/model/parse';

const design = emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z');
const slow = { name: 'Slow store', events: [{ kind: 'slow', node: 'db', factor: 3 }] };
const lost = { name: 'Zone lost', events: [{ kind: 'zone-down', zone: null }] };
const put = (scenario: typeof slow | typeof lost): Change => ({ op: 'put-scenario', scenario });

test('scenarios are kept in the design, and one of the same name is replaced in its place', () => {
  const slower = { ...slow, events: [{ kind: 'slow', node: 'db', factor: 9 }] };
  const kept = applyChanges(design, [put(slow), put(lost), put(slower)]);
  expect(kept.scenarios).toEqual([slower, lost]);
  expect(kept.system).toBe(design.system);
  expect(readScenarios(kept.scenarios)).toEqual([slower, lost]);
  const without = applyChanges(kept, [
    { op: 'remove-scenario', name: 'Slow store' },
    { op: 'remove-scenario', name: 'Zone lost' },
  ]);
  expect(without).toEqual(design);
  expect(without).not.toHaveProperty('scenarios');
});

test('what is already so, or has no room, changes nothing', () => {
  const kept = applyChanges(design, [put(slow)]);
  expect(applyChanges(kept, [put({ ...slow })])).toBe(kept);
  expect(applyChanges(kept, [{ op: 'remove-scenario', name: 'None' }])).toBe(kept);
  const all = Array.from({ length: counts.scenarios }, (_, i) => put({ ...slow, name: `No. ${i}` }));
  const full = applyChanges(design, all);
  expect(full.scenarios).toHaveLength(counts.scenarios);
  expect(applyChanges(full, [put(slow)])).toBe(full);
});

test('a file keeps them, events of a newer program included, which this one does not offer', () => {
  const newer = { name: 'Newer', events: [{ kind: 'flood', metres: 2 }], colour: 'red' };
  const written = { ...design, scenarios: [newer, slow] };
  const read = parseDesign(JSON.parse(JSON.stringify(written)));
  expect(read).toEqual({ ok: true, value: written });
  expect(readScenarios(written.scenarios)).toEqual([slow]);
});

test('more than a document may have are refused', () => {
  const scenarios = Array.from({ length: counts.scenarios + 1 }, (_, i) => ({ ...slow, name: `No. ${i}` }));
  expect(parseDesign({ ...design, scenarios: scenarios.slice(1) }).ok).toBe(true);
  expect(parseDesign({ ...design, scenarios }).ok).toBe(false);
});
