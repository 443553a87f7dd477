import type { Change } from '../model/changes';
import {
  type Design,
  type DesignTargets,
  type Flow,
  type FlowTargets,
  flowsOf,
  type LayerTargets,
  type NodeTargets,
  nodesOf,
} from '../model/schema';
import type { LayerId } from '../model/vocabulary';

/** What a target is set on: the design, a flow or a node by its id, or a layer. */
export type TargetPlace =
  | { readonly scope: 'design' }
  | { readonly scope: 'flow' | 'node'; readonly id: string }
  | { readonly scope: 'layer'; readonly id: LayerId };

const latencies = ['meanMs', 'p50Ms', 'p95Ms', 'p99Ms', 'p999Ms'] as const;

/** The metrics that a number can be set for, by what it is set on, in the order in which they are offered. */
export const targetMetrics: {
  readonly design: readonly Exclude<keyof DesignTargets, 'layers' | 'consistency'>[];
  readonly flow: readonly (keyof FlowTargets)[];
  readonly layer: readonly (keyof LayerTargets)[];
  readonly node: readonly (keyof NodeTargets)[];
} = {
  design: [...latencies, 'availability', 'headroom', 'monthlyCostUsd', 'rpoSeconds', 'rtoSeconds'],
  flow: [...latencies, 'completionMeanMs', 'completionP99Ms', 'availability', 'headroom'],
  layer: [...latencies, 'maxUtilization', 'availability'],
  node: [...latencies, 'withCallsMeanMs', 'withCallsP99Ms', 'maxUtilization', 'availability'],
};

/** The targets that the document sets on something, without what a flow has from the design. */
export function targetsAt(design: Design, place: TargetPlace): Readonly<Record<string, unknown>> {
  switch (place.scope) {
    case 'design':
      return design.system.targets ?? {};
    case 'layer':
      return design.system.targets?.layers?.[place.id] ?? {};
    case 'flow':
      return flowsOf(design).find(({ id }) => id === place.id)?.targets ?? {};
    case 'node':
      return nodesOf(design).find(({ id }) => id === place.id)?.targets ?? {};
  }
}

/** The flows that have a target of their own for one of these metrics: the design's does not apply to them. */
export const flowsWithOwnTargets = (design: Design, metrics: readonly string[]): readonly Flow[] =>
  flowsOf(design).filter(({ targets = {} }) => {
    const own: Readonly<Record<string, unknown>> = targets;
    return metrics.some((metric) => own[metric] !== undefined);
  });

/** Sets one target of something, in the unit of its metric; null removes it. */
export function targetChanges(
  design: Design,
  place: TargetPlace,
  metric: string,
  value: number | null,
): readonly Change[] {
  const patch = { [metric]: value };
  switch (place.scope) {
    case 'design':
      return [{ op: 'patch-targets', patch }];
    case 'flow':
      return [{ op: 'patch-flow-targets', id: place.id, patch }];
    case 'node':
      return [{ op: 'patch-node-targets', id: place.id, patch }];
    case 'layer':
      return [{ op: 'patch-targets', patch: { layers: layersWith(design, place.id, metric, value) } }];
  }
}

/** The targets of all layers with one changed; null where none is left. */
function layersWith(
  design: Design,
  layer: LayerId,
  metric: string,
  value: number | null,
): Exclude<DesignTargets['layers'], undefined> | null {
  const { [layer]: own = {}, ...others } = design.system.targets?.layers ?? {};
  const { [metric as keyof LayerTargets]: _, ...rest } = own;
  const next: LayerTargets = value === null ? rest : { ...own, [metric]: value };
  const layers = Object.keys(next).length === 0 ? others : { ...others, [layer]: next };
  return Object.keys(layers).length === 0 ? null : layers;
}
