import type { ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import { graphOf } from '../facts/graph';
import { isPublicSource } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What a request may spend on the way between regions before it is felt: about the round trip within one continent. */
const noticedFromMs = 30;

const regions = {
  groups: [
    { id: 'here', kind: 'region' as const, name: 'Here' },
    { id: 'there', kind: 'region' as const, name: 'There' },
  ],
};
const inRegions = { api: { group: 'here' }, db: { group: 'there' } };

/** LAT-02. Where a flow has a latency target, the target judges what its calls take. */
export const crossRegionCall: Rule = {
  id: 'cross-region-call',
  code: 'LAT-02',
  title: 'Call to another region',
  severity: 'warning',
  stage: 'review',
  message:
    'A request of {flow} spends {spent} on the way from {from} to {to} in another region; {limit} is the most that is not felt.',
  why: 'Light takes that long, and no server makes it faster. Every request waits for the far region, and fails when the connection to it does.',
  fix: 'Keep a copy of what {from} needs in its own region, or make the call while nobody waits.',
  source: {
    text: 'Latencies between cloud regions: 40 to 70 ms within a continent, 80 to 200 ms between',
    url: 'https://vetoralabs.com',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const far = new Map(farEdges(design.edges).map((edge) => [edge.id, edge]));
    if (analysis === null || far.size === 0) return [];
    const { nodes } = graphOf(design);
    const slowest = new Map<string, { readonly flow: ResolvedFlow; readonly spentMs: number }>();
    const flows = new Map(design.flows.map((flow) => [flow.id, flow]));
    for (const { id, budget } of analysis.flows) {
      const flow = flows.get(id);
      const entry = flow && nodes.get(flow.entry);
      if (flow === undefined || entry === undefined || !isPublicSource(entry)) continue;
      if (Object.keys(flow.targets).some((metric) => metric.endsWith('Ms'))) continue;
      for (const share of budget) {
        if (!('edge' in share) || !far.has(share.edge)) continue;
        const spentMs = share.meanMs ?? 0;
        if (spentMs < noticedFromMs || spentMs <= (slowest.get(share.edge)?.spentMs ?? 0)) continue;
        slowest.set(share.edge, { flow, spentMs });
      }
    }
    return [...slowest].flatMap(([id, { flow, spentMs }]): readonly Hit[] => {
      const edge = far.get(id);
      if (edge === undefined) return [];
      const values = {
        flow: { part: flow.id },
        from: { part: edge.from },
        to: { part: edge.to },
        spent: { ms: spentMs },
        limit: { ms: noticedFromMs },
      };
      return [{ target: id, values }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Both in one region',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            nodes: { api: { group: 'here' }, db: { group: 'here' } },
            system: regions,
          }),
        },
        {
          title: 'Nobody waits for the other region',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api ~> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            nodes: inRegions,
            system: regions,
          }),
        },
        {
          title: 'A target that leaves room for it',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100, targets: { p99Ms: 400 } } },
            nodes: inRegions,
            system: regions,
          }),
        },
      ],
      invalid: [
        {
          title: 'Every read goes to another region',
          target: 'api-db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            nodes: inRegions,
            system: regions,
          }),
        },
        {
          title: 'One request in two does',
          target: 'api-db',
          // 0.5 × 70 = 35 ms.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            edges: { 'api -> db': { network: 'cross-region', calls: 0.5 } },
          }),
        },
      ],
    };
  },
};

const farEdges = (edges: readonly ResolvedEdge[]): readonly ResolvedEdge[] =>
  edges.filter(({ network, mode }) => network === 'cross-region' && mode === 'sync');
