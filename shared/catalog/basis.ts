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
export const serverAvailability: Default<number> = assumed(
  0.999,
  'About nine hours a year; the SLA of a single EC2 instance, 99.5 %, is a refund threshold and no measurement',
  [0.99, 0.9999],
);

/** A list price in us-east-1, US dollars a month a server unless the text says otherwise. */
export const listPrice = (value: number, text: string): Default<number> =>
  assumed(value, `${text}; class of list price in us-east-1, 2026, to be replaced by your own`);

/** The SLA of a provider that the list has not, as generally known. */
export const unreadSla = (value: number, product: string): Default<number> =>
  assumed(value, `SLA of ${product} as generally known, to be read in the contract; a refund threshold`);

/** A provider's service has no servers to choose: all that it does is in its concurrency. */
export const managedReplicas: Default<number> = assumed(1, 'Managed: it has no servers to choose', [1, 1]);

/** A provider that keeps copies of what is written, in zones of its own choice. */
export const providerCopies: Default<boolean> = assumed(
  true,
  'The provider keeps copies in several zones; they are part of its price',
);

/** A provider's service without copies of its own, or one's own servers. */
export const ownCopies: Default<boolean> = assumed(false, 'On servers of your own: copies are yours to keep');

/** One record of a store or a cache, as a call that asks for it is answered. */
export const recordBytes: Default<number> = assumed(
  1000,
  'One record of about a kilobyte; your own are what matters',
  [50, 1_000_000],
);

/** What whoever takes a message answers. */
export const acknowledgementBytes: Default<number> = assumed(
  100,
  'An acknowledgement, whatever the size of the message',
  [10, 10_000],
);

/** What a provider bills for a million requests, list price in us-east-1 of June 2026 unless the text says otherwise. */
export const requestPrice = (value: number, text: string, url?: string): Default<number> =>
  url === undefined
    ? assumed(value, `${text}; class of list price, June 2026, to be replaced by your own`)
    : sourced(value, `${text}; list price in us-east-1, June 2026`, url);
