import type { FlowFigures } from '../../../shared/analysis/analysis';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { synchronousWalk } from '../../../shared/diagram/flow-walk';
import type { LayerId } from '../../../shared/model/vocabulary';

/** A bar of the waterfall; `meanMs` null is unbounded. */
export interface WaterfallPart {
  /** Id of the node; null is the network, all round trips together. */
  readonly node: string | null;
  readonly layer: LayerId | null;
  /** Where the bar starts: the sum of the parts before it. */
  readonly startMs: number;
  readonly meanMs: number | null;
}

export interface Waterfall {
  readonly parts: readonly WaterfallPart[];
  /** The width of the scale in ms: the sum of the parts, and room for an unbounded one. */
  readonly spanMs: number;
}

/** The parts of a flow's mean: the network first, then its nodes in call order. */
export function waterfallOf(design: ResolvedDesign, flow: FlowFigures): Waterfall {
  const order = new Map(synchronousWalk(design, flow.id).nodes.map((id, index) => [id, index]));
  const layers = new Map(design.nodes.map((node) => [node.id, node.layer]));
  const shares = flow.budget.flatMap((share) => ('node' in share ? [share] : []));
  const networkMs = flow.budget.reduce((sum, share) => sum + ('edge' in share ? (share.meanMs ?? 0) : 0), 0);
  const nodes = shares
    .filter(({ meanMs }) => meanMs !== 0)
    .toSorted((a, b) => (order.get(a.node) ?? order.size) - (order.get(b.node) ?? order.size));
  let startMs = networkMs;
  const parts: WaterfallPart[] = [{ node: null, layer: null, startMs: 0, meanMs: networkMs }];
  for (const { node, meanMs } of nodes) {
    parts.push({ node, layer: layers.get(node) ?? null, startMs, meanMs });
    startMs += meanMs ?? 0;
  }
  const isUnbounded = nodes.some(({ meanMs }) => meanMs === null);
  const targetMs = flow.targets.find(({ metric }) => metric === 'meanMs')?.target ?? 0;
  return { parts, spanMs: Math.max(startMs * (isUnbounded ? 1.25 : 1), targetMs, 1e-6) };
}
