import { isModelled } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { encryptCall } from '../fixes/encrypt-call';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SEC-01. DNS queries are public, and in plain text by design. */
export const plaintextOnTheInternet: Rule = {
  id: 'plaintext-on-the-internet',
  code: 'SEC-01',
  title: 'Plain text on the internet',
  severity: 'error',
  stage: 'review',
  message: '{from} calls {to} over the internet in plain text; TLS 1.2 is the least it takes.',
  why: 'Whoever is on the way can read what is sent, passwords and cookies among it, and change it.',
  fix: 'Use TLS 1.2 or newer between {from} and {to}.',
  source: {
    text: 'RFC 9325, Recommendations for Secure Use of TLS and DTLS, section 3.1.1',
    url: 'https://www.rfc-editor.org/rfc/rfc9325',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const { edge, from: caller, to: callee } of partsOf(design).calls) {
      if (edge.tls || edge.network !== 'internet') continue;
      const from = caller.node;
      const to = callee.node;
      if (!isModelled(from) || !isModelled(to) || to.kind.id === 'dns') continue;
      hits.push({
        target: edge.id,
        values: { from: { part: from.id }, to: { part: to.id } },
        quickFix: encryptCall(edge.id),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        { title: 'https, as by default', design: sketch({ user: 'client', api: 'service' }, 'user -> api') },
        {
          title: 'Plain text inside the zone',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { tls: false } },
          }),
        },
      ],
      invalid: [
        {
          title: 'TLS switched off on the way in',
          target: 'user-api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            edges: { 'user -> api': { tls: false } },
          }),
        },
        {
          title: 'Plain text to another site',
          target: 'api-db',
          design: sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
            edges: { 'api -> db': { network: 'internet', tls: false } },
          }),
        },
      ],
    };
  },
};
