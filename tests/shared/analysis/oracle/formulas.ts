import { spikeBacklog } from '../../../../shared/analysis/backlog';
import { cacheHits } from '../../../../shared/math/che';
import { downtimeSecondsPerMonth } from '../../../../shared/math/downtime';
import { atLeastUp } from '../../../../shared/math/k-of-n';
import { attempts } from '../../../../shared/math/queueing';
import { analysisOf, flow, input, numbers, type Row } from './rows';

/** A chain of pools of one server each, no zone in common. */
export const series = (availabilities: readonly number[]): number | undefined => {
  const ids = availabilities.map((_, i) => `s${i}`);
  const analysis = analysisOf({
    nodes: Object.fromEntries([
      ['u', { behaviour: 'source' }],
      ...availabilities.map(
        (instanceAvailability, i) =>
          [`s${i}`, { serviceMs: 1, config: { instanceAvailability, multiZone: true } }] as const,
      ),
    ]),
    edges: Object.fromEntries(ids.map((id, i) => [`${ids[i - 1] ?? 'u'} -> ${id}`, {}])),
    flows: { f: { entry: 'u', rateRps: 1 } },
  });
  return flow(analysis).availability ?? undefined;
};

export const availability = (row: Row): number | undefined => {
  switch (row.inputs.split(/[ =]/)[0]) {
    case 'MTBF_h':
      return input(row, 'MTBF_h') / (input(row, 'MTBF_h') + input(row, 'MTTR_h'));
    case 'SLO':
      return downtimeSecondsPerMonth(input(row, 'SLO'));
    case 'k':
      return atLeastUp(input(row, 'n'), input(row, 'k'), input(row, 'A'));
    default:
      return row.inputs.includes('[')
        ? series(numbers(row.inputs))
        : atLeastUp(input(row, 'n'), 1, input(row, 'A'));
  }
};

export const lru = (row: Row): number | undefined => {
  const { hitRate, characteristicRequests } = cacheHits(
    input(row, 'N'),
    input(row, 'C'),
    input(row, 'alpha'),
  );
  return { hit: hitRate, tC_requests: characteristicRequests }[row.metric];
};

export const spike = (row: Row): number | undefined => {
  const { messages, drainSeconds, oldestSeconds } = spikeBacklog(
    input(row, 'peak'),
    input(row, 'capacity'),
    input(row, 'base'),
    input(row, 'spike_s'),
  );
  return { backlog: messages, drain_s: drainSeconds ?? undefined, max_wait_s: oldestSeconds }[row.metric];
};

/** How often a call is tried: at one layer with loss f, or at every layer where all fail. */
export const retried = (row: Row): number | undefined => {
  if (row.caseId === 'RET-2') {
    const [layers = 0, tries = 0] = numbers(row.inputs);
    return attempts(1, tries - 1) ** layers;
  }
  const [lost, retries] = [input(row, 'f'), input(row, 'max_retries')];
  return row.metric === 'amplification' ? attempts(lost, retries) : lost ** (retries + 1);
};
