import { nodesSaying } from '../facts/nodes';
import { isOwnCode } from '../facts/roles';
import { strictestFlowAt, strictFrom } from '../facts/weak-spots';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-10. What is one server at the peak too is a single point of failure at all times. */
export const scaledToOne: Rule = {
  id: 'scaled-to-one',
  code: 'SPOF-10',
  title: 'Scaled in to one server',
  severity: 'warning',
  stage: 'review',
  message:
    'At low load {node} is scaled in to {least} server, which {flow} depends on; its availability target is {target}.',
  why: 'Availability is promised for the night too. One server that is left is a single point of failure for as long as it is alone.',
  fix: 'Keep two or more servers of {node} running.',
  fixes: {
    'keep-two':
      'Keep at least {kept, plural, one {# server} other {# servers}} running, which survive the loss of one at any hour.',
  },
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 10: fault isolation (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesSaying(design, 'autoscaleMin')) {
      const { autoscaleMin, autoscaleMax = 0 } = node.config.other;
      if (autoscaleMin !== 1 || autoscaleMax < 2 || node.config.replicas < 2 || !isOwnCode(node)) continue;
      const flow = strictestFlowAt(design, node.id);
      const target = flow?.targets.availability ?? 0;
      if (flow === undefined || target < strictFrom) continue;
      const values = {
        node: { part: node.id },
        flow: { part: flow.id },
        least: { count: 1 },
        target: { share: target },
      };
      const quickFix = {
        id: 'keep-two',
        title: 'Keep at least {kept, plural, one {# server} other {# servers}}',
        values: { kept: { count: 2 } },
        changes: [{ op: 'patch-config', id: node.id, patch: { autoscaleMin: 2 } }],
      } as const;
      hits.push({ target: node.id, values, quickFix });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two at night',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
            config: { api: { replicas: 4, autoscaleMin: 2, autoscaleMax: 4 } },
          }),
        },
        {
          title: 'One at night, and a target that one server can meet',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.99 } } },
            config: { api: { replicas: 4, autoscaleMin: 1, autoscaleMax: 4 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'One at night, and three nines',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
            config: { api: { replicas: 4, autoscaleMin: 1, autoscaleMax: 4 } },
          }),
        },
      ],
    };
  },
};
