import type { FlowFigures } from '../analysis';
import { loadDesign } from '../load-design';
import type { LoadModel } from '../load-model';
import { nominalOf } from '../loads';
import { plainUse } from '../place-shares';
import { stationLimits } from '../station-limits';
import { firstLimit, firstPlanned, sweep } from '../sweep';
import { curvePointCount, kneeLoad } from '../sweep-loads';
import {
  absent,
  count,
  described,
  type ExplainContext,
  type Explained,
  explained,
  factor,
  ms,
  rps,
  share,
  sources,
} from './explanation';

/** The loads at which something happens on the curve of a flow, as factors on all rates. */
export const flowLoadMetrics = ['saturationLoad', 'plannedLoad', 'kneeLoad'] as const;
type FlowLoadMetric = (typeof flowLoadMetrics)[number];

/** An explanation with the figure that it is of. */
export interface ExplainedLoad {
  readonly explained: Explained;
  readonly value: number | null;
}

const noLimit = absent(
  'No station on its way has work to do, so that none would saturate',
  sources.utilization,
);

/** How a load on the curve of a flow came about; null for another metric. */
export function explainFlowLoad(context: ExplainContext, flow: string, metric: string): ExplainedLoad | null {
  const known = flowLoadMetrics.find((of) => of === metric);
  if (known === undefined) return null;
  const result = loadDesign(context.design);
  return result.ok ? explainers[known](context, flow, result.loaded.model) : null;
}

const explainers: Readonly<
  Record<FlowLoadMetric, (context: ExplainContext, flow: string, model: LoadModel) => ExplainedLoad>
> = { saturationLoad: saturation, plannedLoad: planned, kneeLoad: knee };

function saturation(context: ExplainContext, flow: string, model: LoadModel): ExplainedLoad {
  const limit = firstLimit(model, flow);
  const figures = context.analysis.flows.find(({ id }) => id === flow);
  const node = { part: context.design.nodes[limit?.node ?? -1]?.id ?? '' };
  if (limit === null || figures === undefined) return { value: null, explained: noLimit };
  const { maxRateRps, rateRps } = figures;
  const baseRps = rateRps / context.analysis.load;
  if (maxRateRps === null || !isSame(maxRateRps / baseRps, limit.factor))
    return {
      value: limit.factor,
      explained: described(
        'The load at which {node} is the first station on its way to be full, found by search',
        { node },
        sources.utilization,
      ),
    };
  return {
    value: limit.factor,
    explained: explained(
      '{most} ÷ {rate}: max throughput ÷ the rate at a load of ×1; {node} is the first station on its way to be full',
      { most: rps(maxRateRps), rate: rps(baseRps), node },
      sources.utilization,
    ),
  };
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);

function planned(context: ExplainContext, flow: string, model: LoadModel): ExplainedLoad {
  const first = firstPlanned(model, firstLimit(model, flow), stationLimits(model, flow));
  const at = context.design.nodes.findIndex(({ id }) => id === first?.node);
  const station = context.design.nodes[at];
  if (first === null || station === undefined) return { value: null, explained: noLimit };
  const limit = share(station.config.maxUtilization);
  const node = { part: station.id };
  const use = plainUse(model, nominalOf(model, 1), at);
  const isStraight = isSame(station.config.maxUtilization / use, first.load);
  return {
    value: first.load,
    explained: isStraight
      ? explained(
          '{limit} ÷ {use}: the planned limit of {node} ÷ its utilization at a load of ×1; it is the first station on the way to be at its limit',
          { limit, use: share(use), node },
          sources.utilization,
        )
      : described(
          'The load at which {node} is the first station on its way to be at its planned limit of {limit}, found by search, since what it waits for or what is lost does not grow evenly',
          { limit, node },
          sources.utilization,
        ),
  };
}

function knee({ design }: ExplainContext, flow: string): ExplainedLoad {
  const result = sweep(design, { flow, percentiles: false, pointCount: curvePointCount });
  const points = !result.ok
    ? []
    : result.sweep.points.flatMap(({ load, flows }) => {
        const of = flows.find(({ id }) => id === flow);
        return of === undefined ? [] : [{ load, rateRps: of.rateRps, meanMs: of.meanMs }];
      });
  const value = kneeLoad(points);
  const known = points.flatMap(({ load, rateRps, meanMs }) =>
    meanMs === null || meanMs <= 0 ? [] : [{ load, rateRps, meanMs }],
  );
  const [first, ...others] = known;
  if (value === null || first === undefined)
    return {
      value: null,
      explained: absent('Throughput ÷ mean latency rises up to the last load of the curve', sources.power),
    };
  const best = others.reduce(
    (most, of) => (of.rateRps / of.meanMs > most.rateRps / most.meanMs ? of : most),
    first,
  );
  return {
    value,
    explained: described(
      'The load at which throughput ÷ mean latency is highest. Of {count} loads that were analyzed it is highest at {load}, {rate} ÷ {mean}; the peak of the parabola through that load and its neighbours is the knee',
      {
        count: count(points.length),
        load: factor(best.load),
        rate: rps(best.rateRps),
        mean: ms(best.meanMs),
      },
      sources.power,
    ),
  };
}

const targetPrefix = 'targets.';

/** A target of a flow for a latency, as a figure: `targets.p99Ms`; null for another metric. */
export function explainFlowTarget(figures: FlowFigures, metric: string): ExplainedLoad | null {
  if (!metric.startsWith(targetPrefix)) return null;
  const target = figures.targets.find((of) => of.metric === metric.slice(targetPrefix.length));
  if (target === undefined || !target.metric.endsWith('Ms')) return null;
  const { actual, met } = target;
  return {
    value: target.target,
    explained: described(
      actual === null
        ? 'The target of the flow, as the design says; there is no such time now: it is unbounded, or not worked out yet'
        : 'The target of the flow, as the design says; now it takes {actual}, which {met, select, yes {meets} other {misses}} it',
      actual === null ? {} : { actual: ms(actual), met: { choice: met ? 'yes' : 'other' } },
      sources.document,
    ),
  };
}
