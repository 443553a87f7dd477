import { pollsOf } from '../facts/polls';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** LAT-10. Where what is polled is too much for some part, that part’s finding names the poll too. */
export const polling: Rule = {
  id: 'polling',
  code: 'LAT-10',
  title: 'Polling where a push would do',
  severity: 'warning',
  stage: 'review',
  message:
    'Each client of {flow} asks again every {interval}, {rate} together, whether or not there is something new.',
  variants: {
    named: 'The clients of {flow} ask {rate} times a second whether there is something new.',
  },
  why: 'Most answers of a poll are that nothing changed, and what did change is seen half an interval late. Asking more often costs more and is still late.',
  fix: 'Let clients of {flow} keep a WebSocket or an event stream open through a WebSocket gateway, and send each change once, when it happens.',
  source: {
    text: 'RFC 6202, Known Issues and Best Practices for the Use of Long Polling and Streaming in Bidirectional HTTP',
    url: 'https://www.rfc-editor.org/rfc/rfc6202',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    pollsOf(design).map(({ flow, everySeconds }): Hit => {
      const values = { flow: { part: flow.id }, rate: { rps: flow.rateRps } };
      return everySeconds === null
        ? { target: flow.id, variant: 'named', values: { ...values, rate: { count: flow.rateRps } } }
        : { target: flow.id, values: { ...values, interval: { seconds: everySeconds } } };
    }),
  get examples() {
    const kinds = { user: 'client', api: 'service' } as const;
    return {
      valid: [
        {
          title: 'Each change is sent over an open connection',
          design: sketch(
            { user: 'client', sockets: 'websocket-gateway', api: 'service' },
            'user -> sockets -> api',
            {
              flows: { prices: { rps: 500, connections: 1000 } },
              edges: { 'user -> sockets': { protocol: 'wss' } },
            },
          ),
        },
        {
          title: 'People who ask for a page a minute',
          design: sketch(kinds, 'user -> api', { flows: { pages: { rps: 1000, connections: 60_000 } } }),
        },
      ],
      invalid: [
        {
          title: 'A thousand clients that ask every two seconds',
          target: 'bids',
          design: sketch(kinds, 'user -> api', { flows: { bids: { rps: 500, connections: 1000 } } }),
        },
        {
          title: 'A flow that says that it polls',
          target: 'bids',
          design: sketch(kinds, 'user -> api', { flows: { bids: { name: 'Poll for new bids', rps: 500 } } }),
        },
      ],
    };
  },
};
