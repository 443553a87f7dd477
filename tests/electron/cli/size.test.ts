import { expect, test } from 'vitest';
import { run } from '../../../electron/cli/run';
import { hostWith, tinyurl } from '../../support/cli-host';

test('size finds other sizes, and writes the design that has them', async () => {
  const api = { id: 'api', kind: 'service', config: { replicas: 20 } };
  const system = {
    nodes: [{ id: 'c', kind: 'client' }, api],
    edges: [{ id: 'e', from: 'c', to: 'api' }],
    flows: [{ id: 'f', kind: 'read' as const, entry: 'c', rate: { rps: 10 } }],
  };
  const { host, written } = hostWith({ 'x.json': { ...tinyurl, system } });
  const { exit, output } = await run(['size', 'x.json', '--json', '--out', 'y.json'], host, '');
  expect(exit).toBe(0);
  // One server of the kind's defaults carries far more than 10 rps, and no target asks for a second.
  expect(JSON.parse(String(output)).changes).toEqual([
    { op: 'patch-config', id: 'api', patch: { replicas: 1 } },
  ]);
  expect(JSON.parse(String(written.get('y.json'))).system.nodes[1].config.replicas).toBe(1);
});
