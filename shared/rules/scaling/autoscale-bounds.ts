import type { ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import { nodesSaying } from '../facts/nodes';
import { offers } from '../fixes/offers';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SCALE-05. Fewer servers than the least that run are no contradiction that bears on a figure. */
export const autoscaleBounds: Rule = {
  id: 'autoscale-bounds',
  code: 'SCALE-05',
  title: 'Autoscaling out of bounds',
  severity: 'error',
  stage: 'broken',
  message:
    '{node} is counted with {count, plural, one {# server} other {# servers}}; autoscaling starts at most {most}.',
  variants: {
    crossed:
      'Autoscaling of {node} starts at least {least, plural, one {# server} other {# servers}} and at most {most}.',
  },
  why: 'Figures are those of the peak. Servers that are never started carry none of it.',
  fix: 'Let autoscaling start as many servers as the peak needs, or count with fewer.',
  fixes: { 'raise-most': 'Let it run up to {raised, plural, one {# server} other {# servers}} at the peak.' },
  source: { text: 'Design rule: figures count on servers that may run' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesSaying(design, 'autoscaleMax')) {
      const { autoscaleMin: least = 1, autoscaleMax: most } = node.config.other;
      const { replicas } = node.config;
      if (most === undefined || !offers(node, 'autoscaleMax')) continue;
      if (least <= most && replicas <= most) continue;
      const values = {
        node: { part: node.id },
        count: { count: replicas },
        least: { count: least },
        most: { count: most },
      };
      const variant = replicas <= most ? { variant: 'crossed' } : {};
      hits.push({ target: node.id, values, ...variant, quickFix: raised(node, Math.max(least, replicas)) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Six servers at the peak, two at night',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 6, autoscaleMin: 2, autoscaleMax: 6 } },
          }),
        },
        {
          title: 'Room above the peak',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, autoscaleMin: 2, autoscaleMax: 8 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Six servers of which four can be started',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 6, autoscaleMin: 2, autoscaleMax: 4 } },
          }),
        },
        {
          title: 'At least eight and at most four',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 4, autoscaleMin: 8, autoscaleMax: 4 } },
          }),
        },
      ],
    };
  },
};

function raised(node: ResolvedNode, most: number) {
  const patch: Config = { autoscaleMax: most };
  return {
    id: 'raise-most',
    title: 'Run up to {raised, plural, one {# server} other {# servers}}',
    values: { raised: { count: most } },
    changes: [{ op: 'patch-config', id: node.id, patch }],
  } as const;
}
