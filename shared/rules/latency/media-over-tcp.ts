import { isHttpLike } from '../../catalog/resolve-edge';
import type { ResolvedNode } from '../../catalog/resolved';
import { nodesOfKind } from '../facts/nodes';
import { type Call, type Part, partsOf } from '../facts/parts';
import { isPublicSource } from '../facts/roles';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What ends connections and reads requests, so that a datagram does not pass it. */
const layerSeven: ReadonlySet<string> = new Set([
  'load-balancer',
  'reverse-proxy',
  'api-gateway',
  'graphql-gateway',
  'grpc-gateway',
  'websocket-gateway',
]);

const overTcp = /^(?:tcp|tls|ssl)$/i;

/** LAT-12. Of servers that forward live sound and pictures, where no way of datagrams leads from the same people to them. */
export const mediaOverTcp: Rule = {
  id: 'media-over-tcp',
  code: 'LAT-12',
  title: 'Live media over TCP',
  severity: 'warning',
  stage: 'review',
  message:
    'Live media of {from} reach {node} over {protocol}, which sends again what is lost: all that follows waits for it.',
  variants: {
    balancer:
      'Live media of {from} reach {node} through {balancer}, which works on requests (layer 7) and passes no datagrams on.',
  },
  why: 'Sound that comes late is as good as lost. TCP holds back what has arrived until what was lost has come again, a round trip or more later; over UDP one packet is missed and the talk goes on.',
  fix: 'Send media straight to {node} over UDP (WebRTC, SRTP), with a TURN server for those whose network lets none through, and keep HTTP and {protocol} for signalling.',
  fixes: {
    'send-datagrams':
      'Send media to {node} over WebRTC, and fall back to TURN over TCP only where UDP does not pass.',
    'layer-four': 'Put a network load balancer in place of {balancer}, which passes datagrams on to {node}.',
  },
  source: {
    text: 'RFC 8834, Media Transport and Use of RTP in WebRTC; ITU-T G.114: 150 ms one way',
    url: 'https://www.rfc-editor.org/rfc/rfc8834',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const { byId } = partsOf(design);
    return nodesOfKind(design, 'media-server').flatMap((node): readonly Hit[] => {
      const part = byId.get(node.id);
      const hit = part === undefined ? null : hitAt(part);
      return hit === null ? [] : [hit];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Signalling over HTTP, media over WebRTC',
          design: sketch(
            { user: 'client', lb: 'load-balancer', rooms: 'service', media: 'media-server' },
            'user -> lb -> rooms, user -> media',
            { edges: { 'user -> media': { protocol: 'webrtc' } } },
          ),
        },
        {
          title: 'A stream that is taken in over RTMP, seconds behind',
          design: sketch({ studio: 'client', ingest: 'media-server' }, 'studio -> ingest', {
            edges: { 'studio -> ingest': { protocol: 'rtmps' } },
          }),
        },
        {
          title: 'A balancer of layer 4',
          design: sketch(
            { user: 'client', l4: 'network-load-balancer', media: 'media-server' },
            'user -> l4 -> media',
            { edges: { 'user -> l4': { protocol: 'srtp' }, 'l4 -> media': { protocol: 'srtp' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A call over TCP',
          target: 'media',
          design: sketch({ user: 'client', media: 'media-server' }, 'user -> media', {
            edges: { 'user -> media': { protocol: 'tcp' } },
          }),
        },
        {
          title: 'A call through a load balancer of layer 7',
          target: 'media',
          design: sketch(
            { user: 'client', lb: 'load-balancer', media: 'media-server' },
            'user -> lb -> media',
          ),
        },
      ],
    };
  },
};

const isTcp = ({ edge }: Call): boolean => overTcp.test(edge.protocol.trim()) || isHttpLike(edge.protocol);

/** Where one of its callers sends datagrams, what the others send is signalling. */
function hitAt(part: Part): Hit | null {
  const calls = part.callers.filter(
    ({ from, isLive }) => isLive && (isPublicSource(from.node) || balances(from.node)),
  );
  const [first] = calls;
  if (first === undefined || !calls.every((call) => isTcp(call) || layerSeven.has(call.from.node.kind.id)))
    return null;
  const { node } = part;
  const balancer = calls.find(({ from }) => layerSeven.has(from.node.kind.id));
  const values = { node: { part: node.id }, protocol: first.edge.protocol };
  if (balancer === undefined) {
    const quickFix = sendDatagrams(node, calls);
    return { target: node.id, values: { ...values, from: { part: first.edge.from } }, quickFix };
  }
  const people = sourceBefore(balancer.from);
  if (people === null) return null;
  const named = { ...values, from: { part: people.id }, balancer: { part: balancer.edge.from } };
  const quickFix = layerFour(balancer.from, node);
  return { target: node.id, variant: 'balancer', values: named, ...(quickFix && { quickFix }) };
}

const balances = ({ behaviour }: ResolvedNode): boolean => behaviour === 'distributor';

function sourceBefore(part: Part): ResolvedNode | null {
  const before = new Set([part]);
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const { node, callers } of before) {
    if (isPublicSource(node)) return node;
    for (const { from, isLive } of callers) if (isLive) before.add(from);
  }
  return null;
}

const sendDatagrams = ({ id }: ResolvedNode, calls: readonly Call[]): QuickFix => ({
  id: 'send-datagrams',
  title: 'Send media over WebRTC',
  values: { node: { part: id } },
  changes: calls.map(({ edge }) => ({ op: 'patch-edge', id: edge.id, patch: { protocol: 'webrtc' } })),
});

/** Only where the balancer leads to nothing but media, so that nothing loses what layer 7 does for it. */
function layerFour({ node, calls, callers }: Part, media: ResolvedNode): QuickFix | null {
  if (node.kind.id !== 'load-balancer' || calls.some(({ to }) => to.node.kind.id !== media.kind.id))
    return null;
  const datagrams = [...callers, ...calls].map(
    ({ edge }) => ({ op: 'patch-edge', id: edge.id, patch: { protocol: 'srtp' } }) as const,
  );
  return {
    id: 'layer-four',
    title: 'Use a balancer of layer 4',
    values: { balancer: { part: node.id } },
    changes: [
      { op: 'patch-node', id: node.id, patch: { kind: 'network-load-balancer', technology: null } },
      ...datagrams,
    ],
  };
}
