import type { ResolvedNode } from '../../catalog/resolved';
import { isModelled } from '../facts/graph';
import { partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const speaksGrpc = /^grpcs?$/i;

/** API-01. A distributor may be meant to translate, and a client whose technology is not set may be no browser. */
export const grpcFromBrowser: Rule = {
  id: 'grpc-from-browser',
  code: 'API-01',
  title: 'gRPC from a browser',
  severity: 'error',
  stage: 'broken',
  message: '{from} calls {to} by gRPC, which a browser cannot send.',
  why: 'gRPC needs the frames and trailers of HTTP/2, and a browser lets no page at them.',
  fix: 'Use gRPC-Web or JSON, and translate in {to} or in a gateway before it.',
  fixes: {
    'grpc-web':
      'Speak gRPC-Web, which gets through: {to} has to understand it, or a proxy before it has to translate.',
  },
  source: {
    text: 'Brandhorst, The state of gRPC in the browser, 2019',
    url: 'https://grpc.io/blog/state-of-grpc-web/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const { edge, from: caller, isLive, to: callee } of partsOf(design).calls) {
      const from = caller.node;
      const to = callee.node;
      if (from.behaviour !== 'source' || !isLive || !speaksGrpc.test(edge.protocol)) continue;
      if (!isBrowser(from) || !isModelled(to) || mayTranslate(to)) continue;
      hits.push({
        target: edge.id,
        values: { from: { part: from.id }, to: { part: to.id } },
        quickFix: {
          id: 'grpc-web',
          title: 'Speak gRPC-Web',
          values: {},
          changes: [{ op: 'patch-edge', id: edge.id, patch: { protocol: 'grpc-web' } }],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'An app on a phone may use gRPC',
          design: sketch({ phone: 'mobile-app', api: 'service' }, 'phone -> api', {
            flows: { reads: { entry: 'phone' } },
            edges: { 'phone -> api': { protocol: 'grpc' } },
          }),
        },
        {
          title: 'A gateway translates',
          design: sketch({ page: 'web-app', gate: 'grpc-gateway', api: 'service' }, 'page -> gate -> api', {
            flows: { reads: { entry: 'page' } },
            edges: { 'page -> gate': { protocol: 'grpc' }, 'gate -> api': { protocol: 'grpc' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A page that calls a service by gRPC',
          target: 'page-api',
          design: sketch({ page: 'web-app', api: 'service' }, 'page -> api', {
            flows: { reads: { entry: 'page' } },
            edges: { 'page -> api': { protocol: 'grpc' } },
          }),
        },
      ],
    };
  },
};

/** Whether a source is set to be a page in a browser. */
const isBrowser = ({ kind, technology }: ResolvedNode): boolean =>
  kind.id === 'web-app' || /^(?:web client|website|browser|web app)$/i.test(technology?.trim() ?? '');

const mayTranslate = ({ behaviour, kind }: ResolvedNode): boolean =>
  behaviour === 'distributor' || /gateway|proxy|mesh/.test(kind.id);
