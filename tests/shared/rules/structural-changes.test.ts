import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { improvementSearch } from '../../../shared/analysis/improvements/improvements';
import { resolve } from '../../../shared/catalog/resolve';
import { formatMessage } from '../../../shared/math/format-message';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { structuralChanges } from '../../../shared/rules/structural-changes';

const read = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
  config: { api: { replicas: 8, serviceMs: 2 }, db: { readMs: 40, concurrency: 100 } },
  flows: { get: { kind: 'read', entry: 'user', rps: 500 }, put: { kind: 'write', entry: 'user', rps: 1 } },
});

function changesFor(design: Design, flow: string) {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error('no figures');
  return structuralChanges(resolved, result.analysis, flow);
}

const titles = (design: Design, flow: string) =>
  changesFor(design, flow).map(({ title }) => formatMessage(title));

test('a cache before a store that is mostly read, and a CDN on the way in of a read', () => {
  expect(titles(read, 'get')).toEqual(
    expect.arrayContaining(['db: Add a cache', 'get: Put a CDN before api']),
  );
});

test('no CDN for a write, and none for answers that differ each time', () => {
  expect(titles(read, 'put').filter((title) => title.includes('CDN'))).toEqual([]);
  const flows = read.system.flows?.map((flow) => ({ ...flow, cacheable: false })) ?? [];
  const own = { ...read, system: { ...read.system, flows } };
  expect(titles(own, 'get').filter((title) => title.includes('CDN'))).toEqual([]);
});

test('what helps a flow most may be a change of what is drawn, computed like the others', () => {
  const search = improvementSearch(read, 'get', 1, structuralChanges);
  expect(search.total).toBeGreaterThan(improvementSearch(read, 'get').total);
  while (search.step());
  const { best } = search.found();
  const all = [...best.p99Ms, ...best.availability, ...best.monthlyCostUsd];
  const drawn = all.filter(({ changes }) => changes.some(({ op }) => op === 'add-node'));
  expect(drawn).not.toEqual([]);
  for (const { before, after } of best.p99Ms)
    expect(after.p99Ms ?? Infinity).toBeLessThan(before.p99Ms ?? Infinity);
});

test('nothing is proposed for a flow that does not exist', () => {
  expect(changesFor(read, 'none')).toEqual([]);
});
