import { own } from '../model/own';
import type { LayerFigures } from './analysis';
import { figure } from './figures';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import type { Recall } from './known-times';
import { type LayerTimes, layerMeanMs, layerReader } from './layer-times';
import type { Provision } from './provision';
import type { LayerLoad } from './rollup';
import { targetsOf } from './targets';
import { visitsAt } from './visit-positions';

const shares: Readonly<Record<string, number>> = { p50Ms: 0.5, p95Ms: 0.95, p99Ms: 0.99, p999Ms: 0.999 };

const nothingProvided = { availability: null, monthlyCostUsd: null, storageBytes: null };

/** Figures of one layer with what each flow spends in it, and its budget compared with the slowest of them. */
export function layerFigures(
  graph: Graph,
  layer: LayerLoad,
  times: readonly FlowTimes[],
  recall: Recall | null,
  provision: Provision,
): LayerFigures {
  const { members, ...load } = layer;
  const provided = load.servers === null ? nothingProvided : provision.together(members);
  const visits = graph.crossed === null ? members : members.flatMap((node) => visitsAt(graph, node));
  const shared: LayerTimes = new Map();
  const perFlow = times.map((of, flow) => {
    const meanMs = layerMeanMs(of, visits);
    const isRead = recall !== null && Number.isFinite(meanMs);
    const reader = isRead ? layerReader(graph, of, visits, meanMs, shared) : null;
    const quantile = (p: number): number | null =>
      reader === null ? null : (recall?.inLayer(layer.id, flow, p, () => reader.quantile(p)) ?? null);
    return { meanMs, quantile };
  });
  const flows = Object.fromEntries(
    graph.flows.map(({ id }, flow) => [
      id,
      { meanMs: figure(perFlow[flow]?.meanMs ?? 0), p99Ms: perFlow[flow]?.quantile(0.99) ?? null },
    ]),
  );
  const worst = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : Math.max(0, ...values.map((value) => value ?? 0));
  const actualOf = (metric: string): number | null | undefined => {
    if (metric === 'maxUtilization') return load.utilization;
    if (metric === 'availability') return provided.availability;
    if (metric === 'meanMs') return worst(perFlow.map(({ meanMs }) => figure(meanMs)));
    const share = own(shares, metric);
    return share === undefined ? undefined : worst(perFlow.map(({ quantile }) => quantile(share)));
  };
  return {
    ...load,
    ...provided,
    flows,
    targets: targetsOf(graph.design.targets.layers?.[load.id] ?? {}, actualOf),
  };
}
