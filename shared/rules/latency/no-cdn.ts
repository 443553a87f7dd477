import { hitRateOf } from '../../analysis/graph';
import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { graphOf } from '../facts/graph';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { isPublicSource } from '../facts/roles';
import { frontWithCdn } from '../fixes/front-with-cdn';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What a user half around the world waits for each round trip, in milliseconds. */
const farRttMs = 150;

const system = { workload: { audience: 'global' as const } };

/** LAT-08. Only of flows that say themselves that their answers are the same for many. */
export const noCdn: Rule = {
  id: 'no-cdn',
  code: 'LAT-08',
  title: 'No CDN',
  severity: 'info',
  stage: 'review',
  message:
    '{flow} is requested from all over the world and its responses are the same for many, but no CDN caches them: distant users wait {rtt} a round trip.',
  why: 'Distance is most of what a far user waits for. A cache near the user answers without it, and spares everything behind.',
  fix: 'Put a CDN on the way in of {flow}, and say in each answer how long it may be kept.',
  fixes: { 'front-with-cdn': 'Put a CDN before {entry} that answers {hitRate} of {flow} near the user.' },
  source: {
    text: 'RFC 9111, HTTP Caching; round trip between continents of 80 to 200 ms',
    url: 'https://www.rfc-editor.org/rfc/rfc9111',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design } = context;
    if (design.workload.audience !== 'global') return [];
    const graph = graphOf(design);
    return pathsOf(design).flatMap((paths): readonly Hit[] => {
      const { flow } = paths;
      const entry = graph.nodes.get(flow.entry);
      if (!isCacheable(flow) || entry === undefined || !isPublicSource(entry)) return [];
      // A flow that goes nowhere yet is another finding.
      if (paths.calls.length === 0) return [];
      const caches = cachesOn(paths);
      // A cache in one region is as far from the others as what it caches.
      if (caches.some((cache) => cache.region === null && hitRateOf(cache, flow) > 0)) return [];
      const quickFix = caches.length === 0 ? frontWithCdn(context, flow) : null;
      const values = { flow: { part: flow.id }, rtt: { ms: farRttMs } };
      return [{ target: flow.id, values, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A CDN answers near the user',
          design: sketch({ user: 'client', cdn: 'cdn', api: 'service' }, 'user -> cdn -> api', {
            flows: { pages: { rps: 1000, cacheable: true } },
            system,
          }),
        },
        {
          title: 'Each answer is for one person',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { inbox: { rps: 1000, cacheable: false } },
            system,
          }),
        },
        {
          title: 'Everyone is near',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { pages: { rps: 1000, cacheable: true } },
            system: { workload: { audience: 'one-region' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A cache in one region',
          target: 'pages',
          design: sketch(
            { user: 'client', shield: 'caching-proxy', api: 'service' },
            'user -> shield -> api',
            {
              flows: { pages: { rps: 1000, cacheable: true } },
              nodes: { shield: { group: 'here' }, api: { group: 'here' } },
              system: { ...system, groups: [{ id: 'here', kind: 'region', name: 'Here' }] },
            },
          ),
        },
        {
          title: 'Pages for the world from one place',
          target: 'pages',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            flows: { pages: { rps: 1000, cacheable: true }, orders: { kind: 'write', rps: 10 } },
            system,
          }),
        },
        {
          title: 'A CDN that keeps nothing of it',
          target: 'pages',
          design: sketch({ user: 'client', cdn: 'cdn', api: 'service' }, 'user -> cdn -> api', {
            flows: { pages: { rps: 1000, cacheable: true } },
            config: { cdn: { hitRates: { pages: 0 } } },
            system,
          }),
        },
      ],
    };
  },
};

const isCacheable = ({ kind, cacheable }: ResolvedFlow): boolean => kind === 'read' && cacheable === true;

const cachesOn = ({ awaited }: FlowPaths): readonly ResolvedNode[] =>
  awaited.parts.flatMap(({ node }) => (node.behaviour === 'inline-cache' ? [node] : []));
