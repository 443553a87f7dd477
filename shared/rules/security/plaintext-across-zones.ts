import { isModelled } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { encryptCall } from '../fixes/encrypt-call';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-13. Between regions a line belongs to others; between zones of one provider it is a remark only. SEC-01 has the internet. */
export const plaintextAcrossZones: Rule = {
  id: 'plaintext-across-zones',
  code: 'SEC-13',
  title: 'Plain text between zones',
  severity: 'info',
  stage: 'review',
  message: '{from} calls {to} in another zone in plain text, by {protocol} without TLS.',
  variants: {
    regions: '{from} calls {to} in another region in plain text, by {protocol} without TLS.',
  },
  why: 'Between two buildings the line passes cables and switches that are not yours. What is on it can be read there.',
  fix: 'Use TLS between {from} and {to}.',
  source: {
    text: 'AWS Well-Architected, Security Pillar, SEC 9: protecting data in transit (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const { edge, from: caller, isLive, to: callee } of partsOf(design).calls) {
      if (edge.tls || (edge.network !== 'cross-zone' && edge.network !== 'cross-region')) continue;
      const from = caller.node;
      const to = callee.node;
      if (!isLive || !isModelled(from) || !isModelled(to) || to.kind.id === 'dns') continue;
      hits.push({
        target: edge.id,
        values: { from: { part: from.id }, to: { part: to.id }, protocol: edge.protocol },
        ...(edge.network === 'cross-region' && { variant: 'regions', severity: 'warning' }),
        quickFix: encryptCall(edge.id),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Inside one zone',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { protocol: 'sql' } },
          }),
        },
        {
          title: 'https to another zone',
          design: sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
            edges: { 'api -> db': { network: 'cross-zone' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'SQL to another zone',
          target: 'api-db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { protocol: 'sql', network: 'cross-zone' } },
          }),
        },
        {
          title: 'A cache in another region',
          target: 'api-cache',
          design: sketch({ user: 'client', api: 'service', cache: 'cache' }, 'user -> api -> cache', {
            flows: { reads: { rps: 100 } },
            edges: { 'api -> cache': { protocol: 'redis' } },
            nodes: { api: { group: 'east' }, cache: { group: 'west' } },
            system: {
              groups: [
                { id: 'east', kind: 'region' },
                { id: 'west', kind: 'region' },
              ],
            },
          }),
        },
      ],
    };
  },
};
