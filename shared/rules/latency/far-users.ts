import { hitRateOf } from '../../analysis/graph';

import { partsOf } from '../facts/parts';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { hasSecondRegion } from '../facts/regions';
import { isOwnCode, isPublicSource } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Between continents a round trip takes 80 to 200 ms; so much is what a far user waits for each. */
const farRttMs = 150;
const leastFarRttMs = 80;

/**
 * LAT-11. Of flows that no cache answers near the user, and whose target leaves no time for a distant round trip; what a CDN could answer
 * is `no-cdn`’s.
 */
export const farUsers: Rule = {
  id: 'far-users',
  code: 'LAT-11',
  title: 'One region for users of the world',
  severity: 'info',
  stage: 'review',
  message:
    '{flow} is requested from all over the world and served from {count} region: distant users wait {rtt} for each round trip.',
  variants: {
    target:
      '{flow} is requested from all over the world and served from {count} region: distant users wait {rtt} for each round trip, and its target is {target}.',
  },
  why: 'Light takes about 100 ms through fibre around half the world and back, and routes are longer. No server makes that up; only a server nearby does.',
  fix: 'Serve {flow} from a region near them too, with DNS that picks the nearest (algorithm “geo”), or set a round trip for its distant clients and a target that allows for it.',
  source: {
    text: 'Round trip between continents of 80 to 200 ms: measured latencies between regions',
    url: 'https://vetoralabs.com',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (design.workload.audience !== 'global' || hasSecondRegion(design)) return [];
    const { byId } = partsOf(design);
    const far = pathsOf(design).filter((paths) => {
      const entry = byId.get(paths.flow.entry);
      return (
        entry !== undefined && isPublicSource(entry.node) && isServedFromOne(paths) && !isAllowedFor(paths)
      );
    });
    const [first] = far.toSorted((a, b) => (targetOf(a) ?? farRttMs) - (targetOf(b) ?? farRttMs));
    if (first === undefined) return [];
    const targetMs = targetOf(first);
    const values = { flow: { part: first.flow.id }, count: { count: 1 }, rtt: { ms: farRttMs } };
    if (targetMs === null) return [{ target: first.flow.id, values }];
    return [
      {
        target: first.flow.id,
        variant: 'target',
        severity: 'warning',
        values: { ...values, target: { ms: targetMs } },
      },
    ];
  },
  get examples() {
    const world = { workload: { audience: 'global' as const } };
    return {
      valid: [
        {
          title: 'Everyone is near',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { workload: { audience: 'one-region' } },
          }),
        },
        {
          title: 'A region on either side',
          design: sketch(
            { user: 'client', names: 'dns', us: 'service', eu: 'service' },
            'user -> names -> us, names -> eu',
            {
              nodes: { us: { group: 'west' }, eu: { group: 'east' } },
              system: {
                ...world,
                groups: [
                  { id: 'west', kind: 'region' },
                  { id: 'east', kind: 'region' },
                ],
              },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'One region and a target that distance alone misses',
          target: 'inbox',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { inbox: { rps: 100, targets: { p99Ms: 100 } } },
            system: world,
          }),
        },
      ],
    };
  },
};

/** Whether code of one's own answers it, and no cache near the user does so first. */
const isServedFromOne = ({ flow, awaited }: FlowPaths): boolean =>
  !(flow.kind === 'read' && flow.cacheable === true) &&
  awaited.parts.some(({ node }) => isOwnCode(node)) &&
  !awaited.parts.some(
    ({ node }) => node.behaviour === 'inline-cache' && node.region === null && hitRateOf(node, flow) > 0,
  );

/** Whether the flow’s own round trip is that of distant clients, so that its figures have it already, or its target leaves time for it. */
const isAllowedFor = (paths: FlowPaths): boolean => {
  const targetMs = targetOf(paths);
  return (paths.flow.clientRttMs ?? 0) >= leastFarRttMs || (targetMs !== null && targetMs >= farRttMs);
};

/** The strictest of its latency targets up to p99, ms; null where it has none. */
function targetOf({ flow: { targets } }: FlowPaths): number | null {
  const set = [targets.p99Ms, targets.p95Ms, targets.p50Ms, targets.meanMs].filter((ms) => ms !== undefined);
  return set.length === 0 ? null : Math.min(...set);
}
