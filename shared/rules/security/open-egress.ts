import type { ResolvedDesign } from '../../catalog/resolved';
import { nodesSaying } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-08. */
export const openEgress: Rule = {
  id: 'open-egress',
  code: 'SEC-08',
  title: 'Code of others may call anywhere',
  severity: 'info',
  stage: 'review',
  message: '{node} runs code of its users, and no list says which addresses that code may call.',
  why: 'Code of others can look around the private network, send out what it finds there, or attack third parties from your address.',
  fix: 'Let {node} out through a proxy that knows the few addresses it needs, the metadata service of the cloud not among them.',
  source: {
    text: 'OWASP Cheat Sheet Series, Server-Side Request Forgery Prevention (assumption: cited from general knowledge)',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const { id, config } of nodesSaying(design, 'runsUserCode')) {
      if (config.other.runsUserCode !== true || config.other.egress === 'allow-list') continue;
      if (config.other.egress === undefined && callsThroughFirewall(design, id)) continue;
      hits.push({
        target: id,
        values: { node: { part: id } },
        quickFix: {
          id: 'allow-list',
          title: 'Allow only listed addresses',
          values: {},
          changes: [{ op: 'patch-config', id, patch: { egress: 'allow-list' } }],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Only to listed addresses',
          design: sketch({ user: 'client', judge: 'service' }, 'user -> judge', {
            config: { judge: { runsUserCode: true, egress: 'allow-list' } },
          }),
        },
        {
          title: 'Out through a firewall that lets listed addresses pass',
          design: sketch(
            { user: 'client', judge: 'service', wall: 'firewall', api: 'external-api' },
            'user -> judge -> wall -> api',
            { config: { judge: { runsUserCode: true }, wall: { egress: 'allow-list' } } },
          ),
        },
        {
          title: 'Code of one’s own may call anywhere',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { egress: 'open' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A worker that runs what people hand in',
          target: 'runner',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { flows: { runs: { kind: 'write', rps: 100 } }, config: { runner: { runsUserCode: true } } },
          ),
        },
        {
          title: 'A service set to be open',
          target: 'judge',
          design: sketch({ user: 'client', judge: 'service' }, 'user -> judge', {
            config: { judge: { runsUserCode: true, egress: 'open' } },
          }),
        },
      ],
    };
  },
};

/** Whether it calls a firewall that lets only listed addresses pass: it is what its calls go out through. */
const callsThroughFirewall = (design: ResolvedDesign, id: string): boolean =>
  partsOf(design)
    .byId.get(id)
    ?.calls.some(
      ({ to }) => to.node.kind.id === 'firewall' && to.node.config.other.egress === 'allow-list',
    ) === true;
