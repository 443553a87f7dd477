import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import type { Change } from '../../model/changes';
import { layerNames } from '../../model/term-names';
import { type LayerId, layerIds } from '../../model/vocabulary';
import { graphOf } from '../facts/graph';
import { flowsAt } from '../facts/paths';
import { alwaysVisited } from '../facts/picks';
import {
  type Disorder,
  disordersOf,
  disorderValues,
  type LatencyMetric,
  type LatencyTargets,
  ordered,
} from '../facts/target-metrics';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service' } as const;

/** TGT-01. Reported once, where the targets are set: for the design and not for each flow that inherits them. */
export const targetsOutOfOrder: Rule = {
  id: 'targets-out-of-order',
  code: 'TGT-01',
  title: 'Latency targets out of order',
  severity: 'warning',
  stage: 'broken',
  message:
    '{part} has {longerMs} as its target for {longer}, but {shorterMs} for {shorter}, which is never longer.',
  variants: {
    design:
      'The design has {longerMs} as its target for {longer}, but {shorterMs} for {shorter}, which is never longer.',
    layer:
      'The {layer} layer has {longerMs} as its target for {longer}, but {shorterMs} for {shorter}, which is never longer.',
    flow: '{part} may take {shorterMs} at {shorter}, but every request of {flow} waits for it; the target of the whole is {longerMs}.',
  },
  why: 'The looser target says nothing: the tighter one is missed first. One of the two is not what was meant.',
  fix: 'Loosen the tighter target, or tighten the looser one.',
  fixes: { tighten: 'Tighten the looser target to {target}.' },
  source: {
    text: 'Percentiles of one distribution rise with their share; a part of a sum is no longer than the sum',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [...designHits(design)];
    for (const flow of design.flows) {
      const disorders = disordersOf(flow.targets).filter((pair) => !isInherited(design, pair));
      const fix = (patch: Patch): Change => ({ op: 'patch-flow-targets', id: flow.id, patch });
      if (disorders.length > 0) hits.push(hitOf(flow.id, disorders, fix));
    }
    for (const node of design.nodes) {
      if (Object.keys(node.targets).length === 0) continue;
      const fix = (patch: Patch): Change => ({ op: 'patch-node-targets', id: node.id, patch });
      const disorders = disordersOf(node.targets);
      if (disorders.length > 0) hits.push(hitOf(node.id, disorders, fix));
      else for (const hit of looserThanItsFlow(design, node, fix)) hits.push(hit);
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Rising, as percentiles do',
          design: sketch(kinds, 'user -> api', {
            flows: { reads: { rps: 100, targets: { p50Ms: 60, p95Ms: 120, p99Ms: 200 } } },
          }),
        },
        {
          title: 'A part that other flows visit too may take longer than one flow as a whole',
          design: sketch({ user: 'client', report: 'client', api: 'service' }, 'user -> api, report -> api', {
            nodes: { api: { targets: { p99Ms: 300 } } },
            flows: {
              reads: { entry: 'user', rps: 100, targets: { p99Ms: 200 } },
              reports: { entry: 'report', rps: 10 },
            },
            edges: { 'user -> api': { flows: ['reads'] }, 'report -> api': { flows: ['reports'] } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Half of the requests may take longer than all but a twentieth',
          target: 'reads',
          design: sketch(kinds, 'user -> api', {
            flows: { reads: { rps: 100, targets: { p50Ms: 300, p95Ms: 200 } } },
          }),
        },
        {
          title: 'A part that may take longer than the whole',
          target: 'api',
          design: sketch(kinds, 'user -> api', {
            nodes: { api: { targets: { p99Ms: 300 } } },
            flows: { reads: { rps: 100, targets: { p99Ms: 200 } } },
          }),
        },
        {
          title: 'Targets of the whole design',
          target: '*',
          design: sketch(kinds, 'user -> api', {
            flows: { reads: { rps: 100 } },
            system: { targets: { p99Ms: 250, p999Ms: 200 } },
          }),
        },
      ],
    };
  },
};

type Patch = { readonly [M in LatencyMetric]?: number };

/** Whether both targets are those of the design, of which the finding then is. */
function isInherited(
  { targets }: ResolvedDesign,
  { shorter, longer, shorterMs, longerMs }: Disorder,
): boolean {
  const ofDesign: LatencyTargets = targets;
  return ofDesign[shorter] === shorterMs && ofDesign[longer] === longerMs;
}

function hitOf(
  target: string,
  disorders: readonly Disorder[],
  change: (patch: Patch) => Change,
  more: Pick<Hit, 'variant'> & { readonly values?: Hit['values'] } = {},
): Hit {
  const [worst] = disorders.toSorted((a, b) => b.shorterMs / b.longerMs - a.shorterMs / a.longerMs);
  const patch = ordered(disorders);
  const tightest = worst === undefined ? 0 : (patch[worst.shorter] ?? worst.longerMs);
  const quickFix: QuickFix = {
    id: 'tighten',
    title: 'Tighten to {target}',
    values: { target: { ms: tightest } },
    changes: [change(patch)],
  };
  const values = { part: { part: target }, ...(worst && disorderValues(worst)), ...more.values };
  return { target, values, ...(more.variant !== undefined && { variant: more.variant }), quickFix };
}

function designHits(design: ResolvedDesign): readonly Hit[] {
  const hits: Hit[] = [];
  const disorders = disordersOf(design.targets);
  const fix = (patch: Patch): Change => ({ op: 'patch-targets', patch });
  if (disorders.length > 0) hits.push(hitOf('*', disorders, fix, { variant: 'design' }));
  const { layers } = design.targets;
  if (layers === undefined) return hits;
  for (const layer of layerIds) {
    const inLayer = disordersOf(layers[layer] ?? {});
    if (inLayer.length === 0) continue;
    const fixLayer = (patch: Patch): Change => layerChange(design, layer, patch);
    hits.push(
      hitOf('*', inLayer, fixLayer, { variant: 'layer', values: { layer: words(layerNames[layer]) } }),
    );
  }
  return hits;
}

function layerChange({ targets }: ResolvedDesign, layer: LayerId, patch: Patch): Change {
  const layers = { ...targets.layers, [layer]: { ...targets.layers?.[layer], ...patch } };
  return { op: 'patch-targets', patch: { layers } };
}

/** The target of a node that only one flow visits, in every request, compared with that flow's own of the same name. */
const comparable: readonly (readonly [
  of: keyof ResolvedNode['targets'] & LatencyMetric,
  whole: keyof ResolvedFlow['targets'] & LatencyMetric,
])[] = [
  ['meanMs', 'meanMs'],
  ['p50Ms', 'p50Ms'],
  ['p95Ms', 'p95Ms'],
  ['p99Ms', 'p99Ms'],
  ['p999Ms', 'p999Ms'],
  ['withCallsMeanMs', 'meanMs'],
  ['withCallsP99Ms', 'p99Ms'],
];

function looserThanItsFlow(
  design: ResolvedDesign,
  node: ResolvedNode,
  change: (patch: Patch) => Change,
): readonly Hit[] {
  const [only, ...others] = flowsAt(design, node.id);
  if (only === undefined || others.length > 0) return [];
  const disorders: Disorder[] = [];
  for (const [metric, whole] of comparable) {
    const shorterMs = node.targets[metric];
    const longerMs = only.flow.targets[whole];
    if (shorterMs !== undefined && longerMs !== undefined && shorterMs > longerMs)
      disorders.push({ shorter: metric, longer: whole, shorterMs, longerMs });
  }
  if (disorders.length === 0 || !alwaysVisited(graphOf(design), only.flow).has(node.id)) return [];
  const values = { flow: { part: only.flow.id } };
  return [hitOf(node.id, disorders, change, { variant: 'flow', values })];
}
