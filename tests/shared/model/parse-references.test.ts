import { describe, expect, test } from 'vitest';
import { parseDesign } from '../../../shared/model/parse';
import { complaints, service, withSystem } from './small-documents';

describe('what parts say of each other', () => {
  const client = { id: 'user', kind: 'client' };
  const flow = (fields: object) => ({ id: 'f', kind: 'read', entry: 'user', rate: { rps: 1 }, ...fields });
  const edge = (fields: object) => ({ id: 'e', from: 'user', to: 'api', ...fields });
  test.each([
    ['an edge from nowhere', { nodes: [service], edges: [edge({})] }, ['unknown-node system.edges.0.from']],
    ['an edge to nowhere', { nodes: [client], edges: [edge({})] }, ['unknown-node system.edges.0.to']],
    [
      'misses of nothing',
      { nodes: [client, service], edges: [edge({ onMissOf: 'cache' })] },
      ['unknown-node system.edges.0.onMissOf'],
    ],
    [
      'a fallback of nothing',
      { nodes: [client, service], edges: [edge({ fallbackOf: 'first' })] },
      ['unknown-edge system.edges.0.fallbackOf'],
    ],
    [
      'a fallback of a call that another node makes',
      {
        nodes: [client, service],
        edges: [edge({ fallbackOf: 'first' }), { id: 'first', from: 'api', to: 'user' }],
      },
      ['fallback-of-other-caller system.edges.0.fallbackOf'],
    ],
    [
      'a fallback of itself',
      { nodes: [client, service], edges: [edge({ fallbackOf: 'e' })] },
      ['fallback-of-fallback system.edges.0.fallbackOf'],
    ],
    [
      'a fallback of a fallback',
      {
        nodes: [client, service],
        edges: [edge({}), edge({ id: 'e2', fallbackOf: 'e' }), edge({ id: 'e3', fallbackOf: 'e2' })],
      },
      ['fallback-of-fallback system.edges.2.fallbackOf'],
    ],
    [
      'tiers of a price that end in no order, and have an end all',
      {
        prices: {
          internetEgressUsdPerGb: [
            { uptoGb: 100, usd: 0.09 },
            { uptoGb: 50, usd: 0.08 },
          ],
        },
      },
      [
        'price-tier-end system.prices.internetEgressUsdPerGb.1',
        'price-tier-order system.prices.internetEgressUsdPerGb.1.uptoGb',
      ],
    ],
    [
      'a tier without an end before the last',
      { prices: { internetEgressUsdPerGb: [{ usd: 0.09 }, { usd: 0.08 }] } },
      ['price-tier-end system.prices.internetEgressUsdPerGb.0'],
    ],
    [
      'tiers of a node’s price without a last one, and in no order',
      {
        nodes: [
          {
            ...service,
            config: {
              egressUsdPerGb: [{ uptoGb: 10, usd: 0.1 }],
              storageUsdPerGbMonth: [{ uptoGb: 10, usd: 0.1 }, { uptoGb: 5, usd: 0.05 }, { usd: 0.01 }],
            },
          },
        ],
      },
      [
        'price-tier-end system.nodes.0.config.egressUsdPerGb.0',
        'price-tier-order system.nodes.0.config.storageUsdPerGbMonth.1.uptoGb',
      ],
    ],
    [
      'an edge with a flow that is not there',
      { nodes: [client, service], flows: [flow({})], edges: [edge({ flows: ['f', 'g'] })] },
      ['unknown-flow system.edges.0.flows.1'],
    ],
    ['a flow that enters nowhere', { flows: [flow({})] }, ['unknown-node system.flows.0.entry']],
    [
      'a hit rate of no flow',
      { nodes: [{ ...service, config: { hitRates: { f: 0.5 } } }] },
      ['unknown-flow system.nodes.0.config.hitRates.f'],
    ],
    ['a node in no group', { nodes: [{ ...service, group: 'az' }] }, ['unknown-group system.nodes.0.group']],
    [
      'a group in no group',
      { groups: [{ id: 'az', kind: 'zone', parent: 'region' }] },
      ['unknown-group system.groups.0.parent'],
    ],
    [
      'a group in itself',
      { groups: [{ id: 'az', kind: 'zone', parent: 'az' }] },
      ['group-cycle system.groups.0.parent'],
    ],
    [
      'two groups in each other, not the third in them',
      {
        groups: [
          { id: 'a', kind: 'zone', parent: 'b' },
          { id: 'b', kind: 'zone', parent: 'a' },
          { id: 'c', kind: 'zone', parent: 'a' },
        ],
      },
      ['group-cycle system.groups.0.parent', 'group-cycle system.groups.1.parent'],
    ],
    [
      'one id for a node and an edge',
      { nodes: [client, service], edges: [edge({ id: 'api' })] },
      ['duplicate-id system.edges.0.id'],
    ],
    [
      'both rps and share',
      {
        nodes: [client],
        workload: { dailyActiveUsers: 1, requestsPerUserPerDay: 1 },
        flows: [flow({ rate: { rps: 1, share: 1 } })],
      },
      ['rate-both system.flows.0.rate'],
    ],
    [
      'a number and a ratio',
      {
        nodes: [client],
        flows: [flow({ rate: { rps: 1 } }), flow({ id: 'other', rate: { rps: 1, flow: 'f', ratio: 1 } })],
      },
      ['rate-both system.flows.1.rate'],
    ],
    [
      'half a ratio',
      {
        nodes: [client],
        flows: [
          flow({ rate: { rps: 1 } }),
          flow({ id: 'b', rate: { flow: 'f' } }),
          flow({ id: 'c', rate: { ratio: 2 } }),
        ],
      },
      ['rate-half-ratio system.flows.1.rate', 'rate-half-ratio system.flows.2.rate'],
    ],
    [
      'a ratio of no flow',
      { nodes: [client], flows: [flow({ rate: { flow: 'gone', ratio: 1 } })] },
      ['unknown-flow system.flows.0.rate.flow'],
    ],
    [
      'ratios of each other',
      {
        nodes: [client],
        flows: [
          flow({ id: 'a', rate: { flow: 'b', ratio: 1 } }),
          flow({ id: 'b', rate: { flow: 'a', ratio: 1 } }),
        ],
      },
      ['rate-cycle system.flows.0.rate.flow', 'rate-cycle system.flows.1.rate.flow'],
    ],
    ['no rate', { nodes: [client], flows: [flow({ rate: {} })] }, ['rate-neither system.flows.0.rate']],
    [
      'a share of half a workload',
      { nodes: [client], workload: { dailyActiveUsers: 1 }, flows: [flow({ rate: { share: 1 } })] },
      ['share-without-workload system.flows.0.rate.share'],
    ],
    [
      'a quorum of more than there are',
      { nodes: [{ ...service, config: { replicasPerShard: 3, readQuorum: 4, writeQuorum: 3 } }] },
      ['quorum-too-large system.nodes.0.config.readQuorum'],
    ],
  ])('%s is refused', (_, system, expected) => {
    expect(complaints(parseDesign(withSystem(system)))).toEqual(expected);
  });

  test('an id is unique over layout and writing too', () => {
    const document = {
      ...withSystem({ nodes: [service] }),
      layout: { marks: [{ id: 'api', kind: 'note' }] },
      writing: { decisions: [{ id: 'api' }] },
    };
    expect(complaints(parseDesign(document))).toEqual([
      'duplicate-id layout.marks.0.id',
      'duplicate-id writing.decisions.0.id',
    ]);
  });

  test('a quorum alone is fine: the number of replicas is then the kind’s', () => {
    expect(parseDesign(withSystem({ nodes: [{ ...service, config: { readQuorum: 9 } }] })).ok).toBe(true);
  });
});
