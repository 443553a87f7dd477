import type { Config } from '../../model/config';
import { isModelled } from '../facts/graph';
import { addClient, startFlow } from '../fixes/add-traffic';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What makes a service fit to be called from outside, so that a client is all that is missing. */
const ready: Config = {
  observed: ['metrics', 'logs', 'traces'],
  authentication: 'token',
  webFirewall: true,
  rateLimitRps: 3000,
};

/** TOP-01. Silent on an empty design and on one of custom boxes only: a sketch is no mistake. */
export const noTrafficSource: Rule = {
  id: 'no-traffic-source',
  code: 'TOP-01',
  title: 'Nothing generates traffic',
  severity: 'error',
  stage: 'unfinished',
  message: 'Nothing generates traffic: no client starts requests.',
  variants: { idle: '{node} starts no requests: it has no flow with a rate.' },
  why: 'Every figure follows from the rates at which sources start requests. Without one there is nothing to compute.',
  fix: 'Add a client, or a flow with a rate to the one that is there.',
  fixes: {
    'add-client': 'Add a client that starts {rate} and calls what nothing else calls.',
    'start-flow': 'Let {node} start {rate} of reads, then set the rate that you expect.',
  },
  source: { text: 'Design rule: a model of load needs an arrival rate' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (!design.nodes.some(isModelled)) return [];
    if (design.flows.some((flow) => flow.rateRps > 0)) return [];
    const source = design.nodes.find((node) => node.behaviour === 'source');
    if (source === undefined) {
      const quickFix = addClient(design);
      return [{ target: '*', values: {}, ...(quickFix && { quickFix }) }];
    }
    const values = { node: { part: source.id } };
    return [{ target: source.id, variant: 'idle', values, quickFix: startFlow(design, source) }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A client calls a service',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'A sketch of plain boxes',
          design: sketch({ shop: 'custom', bank: 'custom' }, 'shop -> bank'),
        },
        { title: 'An empty design', design: sketch({}, '') },
      ],
      invalid: [
        {
          title: 'A service and its database, and nobody who calls',
          target: '*',
          design: sketch({ api: 'service', db: 'sql-database' }, 'api -> db', { config: { api: ready } }),
        },
        {
          title: 'A client without a flow',
          target: 'user',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: {},
            config: { api: ready },
          }),
        },
      ],
    };
  },
};
