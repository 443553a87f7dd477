import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { isModelled } from '../facts/graph';
import { pathsOf } from '../facts/paths';
import { hasSecondRegion } from '../facts/regions';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A region is down for about an hour a year: four nines leave 53 minutes. */
const strictFrom = 0.9999;

/** SPOF-09. Where the availability as computed misses its target, the region is part of that finding. */
export const oneRegion: Rule = {
  id: 'one-region',
  code: 'SPOF-09',
  title: 'All in one region',
  severity: 'info',
  stage: 'review',
  message: '{flow} has to be there {target} of the time, and {count} region is drawn: its loss is an outage.',
  why: 'Now and then a whole region is gone for hours, by its network or by a mistake. Nothing in it can stand in for it.',
  fix: 'Select the region and choose “Add a stand-in”: a second region that is called when the first fails. Replicate its data there.',
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 13: plan for disaster recovery (assumption: cited from general knowledge)',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    if (analysis === null || hasSecondRegion(design)) return [];
    const missed = analysis.flows.some(({ targets }) =>
      targets.some(({ metric, met }) => metric === 'availability' && !met),
    );
    if (missed) return [];
    const flow = strictestFlow(design);
    if (flow === null) return [];
    const target = { share: flow.targets.availability ?? 0 };
    return [{ target: flow.id, values: { flow: { part: flow.id }, target, count: { count: 1 } } }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Three and a half nines in one region',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9995 } } },
          }),
        },
        {
          title: 'Either of two regions',
          design: sketch(
            { user: 'client', names: 'dns', a: 'service', b: 'service' },
            'user -> names -> a, names -> b',
            {
              nodes: { a: { group: 'us' }, b: { group: 'eu' } },
              flows: { reads: { targets: { availability: 0.9998 } } },
              system: {
                groups: [
                  { id: 'us', kind: 'region' },
                  { id: 'eu', kind: 'region' },
                ],
              },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Four nines from one region',
          target: 'reads',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.9999 } } },
            config: { api: { replicas: 3 } },
          }),
        },
      ],
    };
  },
};

/** Of the flows that must hardly ever fail and need servers of one’s own, the strictest. */
function strictestFlow(design: ResolvedDesign): ResolvedFlow | null {
  let strictest: ResolvedFlow | null = null;
  for (const paths of pathsOf(design)) {
    const { flow } = paths;
    const target = flow.targets.availability ?? 0;
    if (target < strictFrom || target <= (strictest?.targets.availability ?? 0)) continue;
    if (paths.needed.parts.some(({ node }) => isOwnServers(node))) strictest = flow;
  }
  return strictest;
}

const isOwnServers = (node: ResolvedNode): boolean =>
  isModelled(node) && node.behaviour !== 'source' && node.kind.managed !== true;
