import { isHttpLike } from '../../catalog/resolve-edge';
import type { ResolvedNode } from '../../catalog/resolved';
import { openEntries } from '../facts/public-way';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const firewalls: ReadonlySet<string> = new Set(['waf', 'ddos-protection']);

/** Whoever has to show a certificate first is no stranger. */
const keepsOut = ({ kind, config }: ResolvedNode): boolean =>
  config.other.webFirewall === true || firewalls.has(kind.id) || config.other.authentication === 'mutual-tls';

/** SEC-03. Of what is spoken to in HTTP; other protocols have no requests that such a firewall could read. */
export const noWebFirewall: Rule = {
  id: 'no-web-firewall',
  code: 'SEC-03',
  title: 'No web application firewall',
  severity: 'warning',
  stage: 'review',
  message: 'Whatever is sent to {node} reaches {code}, with no web application firewall on the way.',
  variants: {
    direct: 'Whatever the public sends reaches {node}, with no web application firewall before it.',
  },
  why: 'Scanners and floods find every public address. What is known to be an attack is best stopped before it costs servers.',
  fix: 'Switch on a web application firewall at {node}, or put one before it.',
  source: {
    text: 'AWS Well-Architected, Security Pillar, SEC 5: protecting networks (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    openEntries(design, keepsOut).flatMap(({ node, code, edges }): Hit[] => {
      if (!edges.some(({ protocol }) => isHttpLike(protocol))) return [];
      return [
        {
          target: node.id,
          values: { node: { part: node.id }, code: { part: code.id } },
          ...(code === node && { variant: 'direct' }),
          quickFix: {
            id: 'use-firewall',
            title: 'Use a web application firewall',
            values: {},
            changes: [{ op: 'patch-config', id: node.id, patch: { webFirewall: true } }],
          },
        },
      ];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'At the CDN',
          design: sketch({ user: 'client', cdn: 'cdn', api: 'service' }, 'user -> cdn -> api', {
            config: { cdn: { webFirewall: true } },
          }),
        },
        {
          title: 'Behind the load balancer, before the service',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            config: { lb: { webFirewall: true } },
          }),
        },
        {
          title: 'Files from the edge, and no code that could be attacked',
          design: sketch({ user: 'client', cdn: 'cdn', files: 'object-store' }, 'user -> cdn -> files'),
        },
      ],
      invalid: [
        {
          title: 'A load balancer open to the internet',
          target: 'lb',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api'),
        },
        {
          title: 'A second way in, past the CDN that has one',
          target: 'lb',
          design: sketch(
            { user: 'client', shop: 'client', cdn: 'cdn', lb: 'load-balancer', api: 'service' },
            'user -> cdn -> lb -> api, shop -> lb',
            { config: { cdn: { webFirewall: true }, api: { replicas: 4 } } },
          ),
        },
      ],
    };
  },
};
