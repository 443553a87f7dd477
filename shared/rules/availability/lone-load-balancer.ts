import { nodesOfBehaviour } from '../facts/nodes';
import { isNeededWithoutTarget, standsAlone } from '../facts/weak-spots';
import { addSpare } from '../fixes/add-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-04. A provider’s balancer is no single server; where a flow has a target, `single-point-of-failure` decides. */
export const loneLoadBalancer: Rule = {
  id: 'lone-load-balancer',
  code: 'SPOF-04',
  title: 'One load balancer of one’s own',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is {count} server of your own: when it is down, so is all that is behind it; with a pair of 2, one can take over.',
  why: 'A load balancer takes the risk away from the servers behind it and takes it on itself.',
  fix: 'Run a pair with one address that moves to the one that is up, or use a provider’s load balancer.',
  fixes: { 'add-replicas': 'Run {count} of {node}, and an address that moves to one that is up.' },
  source: {
    text: 'RFC 9568, Virtual Router Redundancy Protocol',
    url: 'https://www.rfc-editor.org/rfc/rfc9568',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'distributor')) {
      if (node.kind.id === 'custom' || !standsAlone(node)) continue;
      if (!isNeededWithoutTarget(context.design, node.id)) continue;
      const quickFix = addSpare(context, node);
      const values = { node: { part: node.id }, count: { count: 1 } };
      hits.push({ target: node.id, values, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A provider’s load balancer',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api'),
        },
        {
          title: 'A pair of nginx',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            nodes: { lb: { technology: 'nginx' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'One nginx before two servers',
          target: 'lb',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            nodes: { lb: { technology: 'nginx' } },
            config: { lb: { replicas: 1 } },
          }),
        },
      ],
    };
  },
};
