import { partsOf } from '../facts/parts';
import { isExternal, isPublicSource } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** As many calls in a row as a page may make before what it waits for is mostly the way. */
const mostCalls = 3;

/** API-04. Of one arrow that says how often it is called; several arrows are often drawn where a screen takes one of them. */
export const chattyClient: Rule = {
  id: 'chatty-client',
  code: 'API-04',
  title: 'Chatty client',
  severity: 'warning',
  stage: 'review',
  message:
    '{from} calls {to} {calls} times in a row for one request: {way} on the way alone; {limit} are many.',
  why: 'Each call over the internet waits for the one before it. Users with a slow connection wait several times as long.',
  fix: 'Offer one call that brings all that a screen needs, by a resource made for it, a list of ids, or GraphQL.',
  source: {
    text: 'Microsoft Azure Architecture Center, Chatty I/O antipattern',
    url: 'https://learn.microsoft.com/azure/architecture/antipatterns/chatty-io/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const { edge, from: caller, to: callee, waits } of partsOf(design).calls) {
      if (edge.calls <= mostCalls || edge.flows.length === 0 || !waits) continue;
      if (edge.network !== 'internet') continue;
      const from = caller.node;
      const to = callee.node;
      if (!isPublicSource(from) || isExternal(to)) continue;
      // Files of a page come side by side, from near the user or straight from where they are kept.
      if (to.kind.id === 'cdn' || to.behaviour === 'store' || to.behaviour === 'pass-through') continue;
      const values = {
        from: { part: from.id },
        to: { part: to.id },
        calls: { count: edge.calls },
        way: { ms: edge.calls * edge.rttMs },
        limit: { count: mostCalls + 1 },
      };
      hits.push({ target: edge.id, values });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        { title: 'One call a request', design: sketch({ user: 'client', api: 'service' }, 'user -> api') },
        {
          title: 'Services within a zone may talk more',
          design: sketch({ user: 'client', web: 'service', api: 'service' }, 'user -> web -> api', {
            flows: { reads: { rps: 100 } },
            edges: { 'web -> api': { calls: 6 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A screen of eight calls',
          target: 'user-api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 100 } },
            edges: { 'user -> api': { calls: 8 } },
          }),
        },
      ],
    };
  },
};
