import type { Analysis } from '../../../../shared/analysis/analysis';
import { analysisOf, flow, input, ms, node, type Row, rows } from './rows';

export interface Network {
  readonly rateRps: number;
  readonly stations: readonly { id: string; serviceMs: number; visits: number; servers: number }[];
}

export function networkOf(caseId: string): Network {
  const stations = rows
    .filter((row) => row.caseId === caseId && row.metric === 'U')
    .map((row) => ({
      id: row.inputs.split(' ')[1] ?? '',
      serviceMs: input(row, 'S') * 1000,
      visits: input(row, 'V'),
      servers: input(row, 'm'),
    }));
  const first = rows.find((row) => row.caseId === caseId);
  return { rateRps: first === undefined ? 0 : input(first, 'lambda0'), stations };
}

/** A source that calls each station as often as it is visited; a station without queue is a round trip. */
export function jackson(caseId: string): Analysis {
  const { rateRps, stations } = networkOf(caseId);
  return analysisOf({
    nodes: Object.fromEntries([
      ['u', { behaviour: 'source' }],
      ...stations.map(({ id, serviceMs, servers }) =>
        servers < 0
          ? ([id, { behaviour: 'pass-through' }] as const)
          : ([id, { serviceMs, config: { concurrency: servers } }] as const),
      ),
    ]),
    edges: Object.fromEntries(
      stations.map(({ id, visits, servers, serviceMs }) => [
        `u -> ${id}`,
        { calls: visits, rttMs: servers < 0 ? serviceMs : 0 },
      ]),
    ),
    flows: { f: { entry: 'u', rateRps } },
  });
}

export const network = (row: Row): number | undefined => {
  if (row.caseId === 'NET-2V') return visitsOfLoop(row);
  const analysis = jackson(row.caseId);
  const of = flow(analysis);
  const { rateRps, stations } = networkOf(row.caseId);
  const whole: Record<string, number | undefined> = {
    R_system: ms(of.meanMs),
    N_system: rateRps * (ms(of.meanMs) ?? Number.NaN),
    Dmax: 1 / (of.maxRateRps ?? Number.NaN),
    lambda_sat: of.maxRateRps ?? undefined,
    bottleneck_index_1based: stations.findIndex(({ id }) => id === of.bottleneck) + 1,
  };
  if (row.metric in whole)
    // The edge network of NET-1 is a station of its own in the oracle's list.
    return whole[row.metric];
  const station = stations.find(({ id }) => row.inputs.includes(` ${id} `));
  if (station === undefined) return undefined;
  if (station.servers < 0) {
    const edge = analysis.edges.find((_, i) => stations[i]?.id === station.id);
    const seconds = (edge?.rttMs ?? Number.NaN) / 1000;
    const rps = edge?.rps ?? Number.NaN;
    return { U: rps * seconds, R: seconds, Q: rps * seconds, X: rps, Residence: seconds }[row.metric];
  }
  const figures = node(analysis, station.id);
  const seconds = (figures.meanMs ?? Number.NaN) / 1000;
  const visits = figures.visits['f'] ?? Number.NaN;
  return {
    U: figures.utilization ?? undefined,
    R: seconds,
    Q: (figures.offeredRps ?? Number.NaN) * seconds,
    X: figures.offeredRps ?? undefined,
    Residence: visits * seconds,
  }[row.metric];
};

export const visitsOfLoop = (row: Row): number | undefined => {
  const arrows = [...row.inputs.matchAll(/(\d)>(\d)=([\d.]+)/g)];
  const analysis = analysisOf({
    nodes: Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((id) => [id, { serviceMs: 0.1 }])),
    edges: Object.fromEntries(
      arrows.map(([, from, to, calls]) => [`${from} -> ${to}`, { calls: Number(calls) }]),
    ),
    flows: { f: { entry: '1', rateRps: 300 } },
  });
  return node(analysis, /station (\d)/.exec(row.inputs)?.[1] ?? '').visits['f'];
};

export const hotKey = (row: Row): number | undefined => {
  const share = rows.find((of) => of.inputs === row.inputs && of.metric === 'top_key_share')?.value ?? 0;
  const shards = input(row, 'shards');
  const analysis = analysisOf({
    nodes: { u: { behaviour: 'source' }, s: { behaviour: 'store', config: { shards, hotShare: share } } },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps: 1000 } },
  });
  // One shard serves 1000 a second: the utilization at 1000 is the hottest shard's share of the calls.
  const { utilization, capacityRps } = node(analysis, 's');
  if (row.metric === 'hot_shard_share_expected') return utilization ?? undefined;
  return capacityRps === null ? undefined : capacityRps / (1000 * shards);
};
