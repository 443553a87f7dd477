import type { Default, Source } from './kind';

/** A default that was read at a place, with the range that real systems lie in. */
export function sourced<const V>(
  value: V,
  text: string,
  url?: string,
  range?: readonly [number, number],
): Default<V> {
  const source: Source = url === undefined ? { kind: 'source', text } : { kind: 'source', text, url };
  return range === undefined ? { value, source } : { value, source, range };
}

/** A default that is general knowledge and says so. */
export function assumed<const V>(value: V, text: string, range?: readonly [number, number]): Default<V> {
  const source: Source = { kind: 'assumption', text };
  return range === undefined ? { value, source } : { value, source, range };
}

const slaList = 'https://github.com/mikaelvesavuori/cloud-sla';

/** A provider's SLA: the share below which it refunds, not what was measured. */
export const sla = (value: number, product: string): Default<number> =>
  sourced(value, `SLA of ${product}; a refund threshold, not a measurement`, slaList);

/** What a provider's service is taken to be available for; its SLA is a field of its own. */
export const managedAvailability: Default<number> = assumed(
  0.9999,
  'A managed service as a whole; compare its SLA, which is a refund threshold',
  [0.999, 0.99999],
);

/** One server of one's own. */
export const serverAvailability: Default<number> = sourced(
  0.995,
  'SLA of a single EC2 instance, 99.5 %; better ones exist, worse ones too',
  slaList,
  [0.99, 0.9999],
);

/** A list price in us-east-1, US dollars a month a server unless the text says otherwise. */
export const listPrice = (value: number, text: string): Default<number> =>
  assumed(value, `${text}; class of list price in us-east-1, 2026, to be replaced by your own`);

/** The SLA of a provider that the list has not, as generally known. */
export const unreadSla = (value: number, product: string): Default<number> =>
  assumed(value, `SLA of ${product} as generally known, to be read in the contract; a refund threshold`);

/** A provider's service has no servers to choose: all that it does stands in its concurrency. */
export const managedReplicas: Default<number> = assumed(1, 'Managed: it has no servers to choose', [1, 1]);
