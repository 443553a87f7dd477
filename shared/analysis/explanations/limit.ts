import { nominalOf } from '../loads';
import { stationUse } from '../passed';
import {
  absent,
  described,
  type Explained,
  explained,
  type FlowSubject,
  factor,
  rps,
  share,
  sources,
} from './explanation';

const unlimited = absent(
  'No station on its way has work to do at this load, so that none would saturate',
  sources.utilization,
);

/** Utilization of a flow's bottleneck if nothing were lost on the way and nothing refused. */
function nominalUse({ context, figures }: FlowSubject): number {
  const { graph, model } = context.loaded;
  const at = graph.positionOf.get(figures.bottleneck ?? '') ?? -1;
  const [node, spread, load] = [graph.nodes[at], model.spreads[at], nominalOf(model, 1).nodes[at]];
  return node === undefined || spread === undefined || load === undefined
    ? 0
    : stationUse(node, spread, load);
}

/** The rate at which the first station on a flow's way saturates when all flows grow together. */
export function maxRate(subject: FlowSubject): Explained {
  const { figures } = subject;
  const { rateRps, maxRateRps } = figures;
  if (maxRateRps === null || figures.bottleneck === null) return unlimited;
  const node = { part: figures.bottleneck };
  const use = nominalUse(subject);
  if (Math.abs(rateRps / use - maxRateRps) <= 1e-12 * maxRateRps)
    return explained(
      '{rate} ÷ {utilization}: the utilization of {node}, the first station on its way to be full when all flows grow together',
      { rate: rps(rateRps), utilization: share(use), node },
      sources.utilization,
    );
  return described(
    '{rate} grown {factor}, found by search, since what is lost or tried again does not grow evenly: there {node} is the first station on its way to be full',
    { rate: rps(rateRps), factor: factor(maxRateRps / rateRps), node },
    sources.utilization,
  );
}

export function bottleneck(subject: FlowSubject): Explained {
  const { figures } = subject;
  if (figures.bottleneck === null) return unlimited;
  return described(
    'The first station on its way to be full when all flows grow together, {node}; offered ÷ capacity there would be {utilization} if nothing were lost before',
    { node: { part: figures.bottleneck }, utilization: share(nominalUse(subject)) },
    sources.utilization,
  );
}
