import { meetsAvailability } from '../../math/availability';
import { nodesSaying } from '../facts/nodes';
import { isExternal } from '../facts/roles';
import { strictestFlowAt } from '../facts/weak-spots';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-06. Of what others run: an SLA on a server of one’s own, unless the document gives it, is another product’s. */
export const promiseAboveDependency: Rule = {
  id: 'promise-above-dependency',
  code: 'SPOF-06',
  title: 'A promise above that of a dependency',
  severity: 'info',
  stage: 'review',
  message: 'The provider of {node} promises {sla}; {flow}, which depends on it, promises {target}.',
  why: 'You cannot promise more than what you depend on. What was measured may be better than an SLA, but nobody owes it to you.',
  fix: 'Answer from a cache or with less while {node} is down, use a second provider, or promise less.',
  source: {
    text: 'Treynor et al., The Calculus of Service Availability, ACM Queue 15(2), 2017',
    url: 'https://queue.acm.org/detail.cfm?id=3096459',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesSaying(design, 'slaAvailability')) {
      const sla = node.config.other.slaAvailability;
      const flow = strictestFlowAt(design, node.id);
      const target = flow?.targets.availability;
      if (sla === undefined || flow === undefined || target === undefined) continue;
      if (meetsAvailability(sla, target)) continue;
      const isPromised = node.kind.managed === true || isExternal(node);
      if (!isPromised && node.basis.slaAvailability?.kind !== 'document') continue;
      const values = {
        node: { part: node.id },
        flow: { part: flow.id },
        sla: { share: sla },
        target: { share: target },
      };
      hits.push({ target: node.id, values });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A load balancer of four nines under a promise of three',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            flows: { reads: { targets: { availability: 0.999 } } },
          }),
        },
        {
          title: 'Servers of one’s own, whatever a provider promises of its',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { targets: { availability: 0.9998 } } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A CDN of 99.9 % under a promise of 99.95 %',
          target: 'cdn',
          design: sketch({ user: 'client', cdn: 'cdn', api: 'service' }, 'user -> cdn -> api', {
            flows: { reads: { targets: { availability: 0.9995 } } },
          }),
        },
      ],
    };
  },
};
