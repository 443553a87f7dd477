import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import { bytesOf } from './bytes';
import { callsFrom, entryOf, nodeOf } from './calls';
import { serversOf } from './cost';
import { settingsOf } from './settings';
import { averageRps, rawBytesPerSecond, retentionOf, storedBytes } from './storage';
import type { Traffic } from './traffic';

const secondsPerDay = 86_400;
const secondsPerYear = 365.25 * secondsPerDay;

/** Section 6: what is written on the back of an envelope. */
export function estimatesOf(design: ResolvedDesign, traffic: Traffic) {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ofKind = (kind: FlowKind) => design.flows.filter((flow) => flow.kind === kind);
  const average = (kind: FlowKind) => sum(ofKind(kind).map((flow) => averageRps(design, flow)));
  const peak = (kind: FlowKind) => sum(ofKind(kind).map((flow) => flow.rateRps));
  const bytes = (direction: 'request' | 'response', rate: (flow: (typeof design.flows)[number]) => number) =>
    sum(
      design.flows.flatMap((flow) =>
        nodeOf(design, flow.entry).behaviour === 'source'
          ? callsFrom(design, flow, entryOf(flow)).map(
              ({ edge, m }) => rate(flow) * m * bytesOf(design, edge, flow)[direction],
            )
          : [rate(flow) * flow[direction === 'request' ? 'requestBytes' : 'responseBytes']],
      ),
    );
  const peakOf = (flow: (typeof design.flows)[number]) => flow.rateRps;
  const dayOf = (flow: (typeof design.flows)[number]) => averageRps(design, flow) * secondsPerDay;
  const stores = design.nodes.filter(({ behaviour }) => behaviour === 'store');
  const raw = sum(stores.map((node) => rawBytesPerSecond(design, node)));
  const times = design.flows.map((flow) => traffic.time(flow.id, entryOf(flow))?.mean ?? null);
  const known = times.flatMap((mean, i) =>
    mean === null ? [] : [((design.flows[i]?.rateRps ?? 0) * mean) / 1000],
  );
  const kept = stores.map((node) => storedBytes(design, node));
  const caches = design.nodes.filter(({ behaviour }) => behaviour.endsWith('-cache'));
  return {
    averageReadRps: average('read'),
    averageWriteRps: average('write'),
    peakReadRps: peak('read'),
    peakWriteRps: peak('write'),
    readsPerWrite: average('write') === 0 ? null : average('read') / average('write'),
    bytesInPerSecond: bytes('request', peakOf),
    bytesOutPerSecond: bytes('response', peakOf),
    bytesInPerDay: bytes('request', dayOf),
    bytesOutPerDay: bytes('response', dayOf),
    storedBytesPerDay: raw * secondsPerDay,
    storedBytesPerYear: raw * secondsPerYear,
    storedRawBytes: kept.some((of) => of === null)
      ? null
      : sum(stores.map((node) => rawBytesPerSecond(design, node) * (retentionOf(design, node) ?? 0))),
    storedBytes: kept.some((of) => of === null) ? null : sum(kept.map((of) => of ?? 0)),
    cacheMemoryBytes: sum(caches.map((node) => node.config.replicas * (settingsOf(node).memoryBytes ?? 0))),
    connections: sum(design.flows.map(({ connections }) => connections)),
    inProgress: known.length < times.length ? null : sum(known),
    servers: sum(design.nodes.map(serversOf)),
  };
}
