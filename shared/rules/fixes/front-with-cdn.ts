import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import { meetsAvailability } from '../../math/availability';
import type { Change } from '../../model/changes';
import type { Config } from '../../model/config';
import { graphOf, isLive, outgoingOf } from '../facts/graph';
import { isExternal } from '../facts/roles';
import type { QuickFix, RuleContext } from '../rule';
import { freshNode, freshUtilization } from './fresh-node';
import { newIds } from './new-ids';

/** A limit above the peak stops floods and not a good day. */
const roomAbovePeak = 2;

/**
 * A CDN on the way in of one read flow, all others left on theirs. Null where the flow comes in by several ways, and
 * where the hop more, which each miss takes, could miss a target of latency or availability.
 */
export function frontWithCdn(context: RuleContext, flow: ResolvedFlow): QuickFix | null {
  const cdn = freshNode('cdn');
  const edge = wayIn(context, flow);
  const { nodes } = graphOf(context.design);
  const [caller, callee] = [edge && nodes.get(edge.from), edge && nodes.get(edge.to)];
  if (cdn === undefined || edge === undefined || caller === undefined || callee === undefined) return null;
  if (!bearsOneMore(context, flow, cdn)) return null;
  const newId = newIds(context.design);
  const id = newId('cdn');
  const wayToIt = newId(`${edge.from}-${id}`);
  const others = edge.flows.filter((other) => other !== flow.id);
  const node = { id, kind: cdn.kind.id, config: gateOf(callee, flow.rateRps * roomAbovePeak) };
  const onward: readonly Change[] =
    others.length === 0
      ? [{ op: 'patch-edge', id: edge.id, patch: { from: id, network: null, rttMs: null } }]
      : [
          { op: 'patch-edge', id: edge.id, patch: { flows: others } },
          {
            op: 'add-edge',
            edge: {
              ...newEdge({ id: newId(`${id}-${edge.to}`), from: id, to: edge.to }, cdn, callee),
              flows: [flow.id],
            },
          },
        ];
  return {
    id: 'front-with-cdn',
    title: 'Put a CDN before {entry}',
    values: { entry: { part: edge.to }, hitRate: { share: cdn.config.hitRate } },
    changes: [
      { op: 'add-node', node },
      ...onward,
      {
        op: 'add-edge',
        edge: { ...newEdge({ id: wayToIt, from: edge.from, to: id }, caller, cdn), flows: [flow.id] },
      },
    ],
  };
}

/** The one call by which the requests of the flow come in; lookups of names, which carry no request, left out. */
function wayIn({ design }: RuleContext, flow: ResolvedFlow): ResolvedEdge | undefined {
  const graph = graphOf(design);
  const ways = outgoingOf(graph, flow.entry).filter((edge) => {
    const callee = graph.nodes.get(edge.to);
    const isName = callee === undefined || callee.kind.id === 'dns' || isExternal(callee);
    return !isName && isLive(edge) && edge.flows.includes(flow.id);
  });
  const [first] = ways;
  const isPlain = ways.length === 1 && first?.mode === 'sync' && !first.choice && first.onMissOf === null;
  return isPlain ? first : undefined;
}

/** Being the way in now, it takes over who may come and how many, and turns attacks away. */
function gateOf({ config }: ResolvedNode, limitRps: number): Config {
  const { authentication } = config.other;
  const rateLimitRps = config.rateLimitRps ?? Math.ceil(limitRps);
  return { webFirewall: true, rateLimitRps, ...(authentication !== undefined && { authentication }) };
}

function bearsOneMore({ design, analysis }: RuleContext, flow: ResolvedFlow, cdn: ResolvedNode): boolean {
  const hasLatency = Object.keys(flow.targets).some((metric) => metric.endsWith('Ms'));
  if (hasLatency || design.targets.layers?.edge !== undefined) return false;
  const rps = flow.rateRps * (analysis?.load ?? 1);
  if (freshUtilization(cdn, rps) > cdn.config.maxUtilization) return false;
  const figures = analysis?.flows.find(({ id }) => id === flow.id);
  const target = flow.targets.availability;
  // In series with all the rest at worst; the hits need nothing else.
  const available = (figures?.availability ?? 0) * cdn.config.instanceAvailability;
  return target === undefined || meetsAvailability(available, target);
}
