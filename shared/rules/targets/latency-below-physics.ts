import type { ResolvedFlow } from '../../catalog/resolved';
import { words } from '../../math/message';
import { leastRoundTrips } from '../facts/round-trips';
import { type LatencyMetric, latencyMetricNames, latencyMetrics } from '../facts/target-metrics';
import { tolerance } from '../facts/tolerance';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;
const far = { 'user -> api': { rttMs: 150 } };

/** TGT-02. Holds for every percentile, since no request is quicker than the way there and back. */
export const latencyBelowPhysics: Rule = {
  id: 'latency-below-physics',
  code: 'TGT-02',
  title: 'Latency target below the round trips',
  severity: 'error',
  stage: 'broken',
  message:
    'The round trips of {flow} take {least} without any server; its target for {metric} is {target}; {longest} of it is the way from {from} to {to}.',
  why: 'Light takes its time. No server, however many or fast, answers before the request has come and the answer gone back.',
  fix: 'Bring the parts nearer to each other and to the users, make fewer calls in a row, or loosen the target.',
  source: {
    text: 'Round trips of each network as the catalog has them; in glass, light takes 1 ms for 200 km',
  },
  supersedes: ['latency-target-missed'],
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const meansMs = new Map(analysis?.flows.map(({ id, meanMs }) => [id, meanMs]));
    return design.flows.flatMap((flow): Hit[] => {
      const tightest = tightestOf(flow);
      if (tightest === null) return [];
      // What every request spends is no more than their mean.
      if (tightest.ms >= (meansMs.get(flow.id) ?? Number.POSITIVE_INFINITY)) return [];
      const { ms, longest } = leastRoundTrips(design, flow);
      if (longest === null || ms <= tightest.ms + tolerance) return [];
      const values = {
        flow: { part: flow.id },
        metric: words(latencyMetricNames[tightest.metric]),
        least: { ms },
        target: { ms: tightest.ms },
        longest: { ms: longest.rttMs },
        from: { part: longest.from },
        to: { part: longest.to },
      };
      return [{ target: flow.id, values }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The way there and back leaves half of the time',
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { targets: { p99Ms: 300 } } },
            edges: far,
          }),
        },
        {
          title: 'Whoever is sent to the far region takes long, but not everybody is',
          design: sketch(
            { user: 'client', lb: 'load-balancer', near: 'service', farther: 'service' },
            'user -> lb -> near, lb -> farther',
            {
              flows: { reads: { targets: { p50Ms: 60 } } },
              edges: { 'lb -> near': { weight: 9 }, 'lb -> farther': { rttMs: 100 } },
            },
          ),
        },
        {
          title: 'What the cache answers never goes that far',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: { targets: { p50Ms: 60 } } },
              edges: { 'api -> db': { onMissOf: 'cache', rttMs: 70 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'An answer from over the ocean in 100 ms',
          target: 'reads',
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { targets: { p99Ms: 100 } } },
            edges: far,
          }),
        },
        {
          title: 'Three calls in a row to another region',
          target: 'reads',
          // 20 + 3 × 70 = 230 ms.
          design: sketch(kinds, 'user -> api -> db', {
            flows: { reads: { rps: 100, targets: { meanMs: 200 } } },
            edges: { 'api -> db': { network: 'cross-region', calls: 3 } },
          }),
        },
      ],
    };
  },
};

/** The shortest latency target of a flow. */
function tightestOf({
  targets,
}: ResolvedFlow): { readonly metric: LatencyMetric; readonly ms: number } | null {
  let tightest: { readonly metric: LatencyMetric; readonly ms: number } | null = null;
  for (const metric of latencyMetrics) {
    const ms = metric in targets ? targets[metric as keyof typeof targets] : undefined;
    if (ms !== undefined && ms < (tightest?.ms ?? Number.POSITIVE_INFINITY)) tightest = { metric, ms };
  }
  return tightest;
}
