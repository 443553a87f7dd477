import { type Message, message, sum } from '../../math/message';
import type { Quantities } from '../../math/quantity';
import type { NodeCost } from '../analysis';
import { costSecondsOf, egressPriceOf, networkPricesOf, requestPrices, totalUsd } from '../cost';
import { copiesOf, retentionOf, storedAfter } from '../storage';
import { bytesPerGb, gbAMonth, millionsAMonth, usageOf } from '../usage';
import {
  absent,
  bytes,
  count,
  type Explained,
  explained,
  type FlowSubject,
  type NodeSubject,
  seconds,
  sources,
  term,
  usd,
} from './explanation';

const noServers = absent(
  'It represents no servers of the design, so that it costs nothing here',
  sources.money,
);

/** The month's cost of a node, by what is paid for. */
export function cost({ node, figures }: NodeSubject): Explained {
  if (figures.cost === null) return noServers;
  const parts = partsOf(figures.cost);
  if (figures.cost.unpriced)
    return explained(
      parts.length === 0
        ? '0: it is billed by the request, and neither the catalog nor the design has the price'
        : '{terms}: it is billed by the request, and neither the catalog nor the design has the price',
      { terms: sum(parts) },
      sources.money,
    );
  return explained(
    parts.length > 0
      ? '{terms}'
      : node.config.other.unitCostUsd === undefined
        ? '0: neither the catalog nor the design has a price of its servers'
        : '0: nothing that it is billed for has a price, or nothing comes here',
    { terms: sum(parts) },
    sources.money,
  );
}

function partsOf(of: NodeCost): readonly Message[] {
  const parts: readonly (readonly [number, (usd: Quantities) => Message])[] = [
    [of.serversUsd, (value) => message('servers {usd}', value)],
    [of.storageUsd, (value) => message('storage {usd}', value)],
    [of.requestsUsd, (value) => message('requests {usd}', value)],
    [of.egressUsd, (value) => message('egress {usd}', value)],
    [of.networkUsd, (value) => message('network {usd}', value)],
  ];
  return parts.flatMap(([value, termOf]) => (value === 0 ? [] : [termOf({ usd: usd(value) })]));
}

function serversUsd({ node, figures }: NodeSubject): Explained {
  const { unitCostUsd } = node.config.other;
  if (unitCostUsd === undefined)
    return explained('0: neither the catalog nor the design has a price of its servers', {}, sources.money);
  return explained(
    '{servers} {servers, plural, one {server} other {servers}} × {unit} × {scale} scale',
    { servers: count(figures.servers ?? 0), unit: usd(unitCostUsd), scale: count(node.config.scaleUp) },
    sources.money,
  );
}

function storageUsd({ context, node, at, figures }: NodeSubject): Explained {
  const { model } = context.loaded;
  const { storageUsdPerGbMonth } = node.config.other;
  const paid = costSecondsOf(model);
  const stored = storedAfter(model, at, paid);
  if (stored === 0) return explained('0: nothing is written to it that is kept', {}, sources.money);
  if (storageUsdPerGbMonth === undefined)
    return explained('0: neither the catalog nor the design has a price of its storage', {}, sources.money);
  const kept = Math.min(paid, retentionOf(context.design, node) ?? Number.POSITIVE_INFINITY);
  const hasTiers = typeof storageUsdPerGbMonth !== 'number';
  const price = hasTiers ? ((figures.cost?.storageUsd ?? 0) * bytesPerGb) / stored : storageUsdPerGbMonth;
  return explained(
    hasTiers
      ? '{stored} ÷ {gb} × {price}: what is kept after {kept}, in {copies} {copies, plural, one {copy} other {copies}}, at the average of the price tiers'
      : '{stored} ÷ {gb} × {price}: what is kept after {kept}, in {copies} {copies, plural, one {copy} other {copies}}',
    {
      stored: bytes(stored),
      gb: bytes(bytesPerGb),
      price: usd(price),
      kept: seconds(kept),
      copies: count(copiesOf(node)),
    },
    sources.money,
  );
}

function requestsUsd({ context, node, at, figures }: NodeSubject): Explained {
  const { reads, writes } = usageOf(context.loaded.model);
  const prices = requestPrices(node);
  const visits: readonly (readonly [number, number | null, (values: Quantities) => Message])[] = [
    [reads[at] ?? 0, prices.read, (values) => message('{count} million reads × {price} dollars', values)],
    [writes[at] ?? 0, prices.write, (values) => message('{count} million writes × {price} dollars', values)],
  ];
  const terms = visits.flatMap(([perSecond, price, termOf]) =>
    perSecond === 0 || price === null || price === 0
      ? []
      : [termOf({ count: count(millionsAMonth(perSecond)), price: count(price) })],
  );
  if (terms.length > 0)
    return explained('{terms}: visits a month, without retries', { terms: sum(terms) }, sources.money);
  return explained(
    figures.cost?.unpriced === true
      ? '0: it is billed by the request, and neither the catalog nor the design has the price'
      : '0: its requests have no price, or none comes here',
    {},
    sources.money,
  );
}

function egressUsd({ context, node, at, figures }: NodeSubject): Explained {
  const { model } = context.loaded;
  const gb = gbAMonth(usageOf(model).sentBytes[at] ?? 0);
  const price = egressPriceOf(model, node);
  if (gb === 0) return explained('0: it sends no answers to clients', {}, sources.money);
  if (typeof price === 'number')
    return explained(
      '{gb} GB × {price} dollars: answers to clients in a month',
      { gb: count(gb), price: count(price) },
      sources.money,
    );
  return explained(
    '{gb} GB × {price} dollars: answers to clients in a month at the average of their price tiers',
    { gb: count(gb), price: count((figures.cost?.egressUsd ?? 0) / gb) },
    sources.money,
  );
}

function networkUsd({ context, at }: NodeSubject): Explained {
  const { model } = context.loaded;
  const { crossZoneBytes, crossRegionBytes } = usageOf(model);
  const prices = networkPricesOf(context.design);
  const crossings: readonly (readonly [number, number, (values: Quantities) => Message])[] = [
    [crossZoneBytes[at] ?? 0, prices.zones, (of) => message('{gb} GB across zones × {price} dollars', of)],
    [
      crossRegionBytes[at] ?? 0,
      prices.regions,
      (of) => message('{gb} GB across regions × {price} dollars', of),
    ],
  ];
  const terms = crossings.flatMap(([sent, price, termOf]) =>
    sent === 0 ? [] : [termOf({ gb: count(gbAMonth(sent)), price: count(price) })],
  );
  if (terms.length === 0)
    return explained('0: none of its calls crosses zones or regions', {}, sources.money);
  return explained(
    '{terms}: requests and answers of its calls in a month',
    { terms: sum(terms) },
    sources.money,
  );
}

const explainers: Readonly<Record<string, (subject: NodeSubject) => Explained>> = {
  'cost.serversUsd': serversUsd,
  'cost.storageUsd': storageUsd,
  'cost.requestsUsd': requestsUsd,
  'cost.egressUsd': egressUsd,
  'cost.networkUsd': networkUsd,
};

/** One part of a node's cost; null for a metric that is none. */
export function explainNodeCost(subject: NodeSubject, metric: string): Explained | null {
  if (metric === 'cost') return subject.figures.cost === null ? noServers : null;
  if (!Object.hasOwn(explainers, metric)) return null;
  return subject.figures.cost === null ? noServers : (explainers[metric]?.(subject) ?? null);
}

/** What a million requests of a flow cost: each node's cost by the flow's share of its visits. */
export function usdPerMillion({ context, at, figures }: FlowSubject): Explained {
  const { model } = context.loaded;
  const { visits, requests, reads, writes } = usageOf(model);
  const rps = requests[at] ?? 0;
  if (figures.usdPerMillionRequests === null || rps === 0)
    return absent('It sends no requests', sources.money);
  const shares = context.analysis.nodes.flatMap((node, i): readonly Message[] => {
    const all = (reads[i] ?? 0) + (writes[i] ?? 0);
    const own = visits[at]?.[i] ?? 0;
    if (node.cost === null || all === 0 || own === 0) return [];
    const usdOfFlow = (totalUsd(node.cost) * own) / all;
    return usdOfFlow === 0 ? [] : [term(node.id, usd(usdOfFlow))];
  });
  if (shares.length === 0) return explained('0: nothing on its way costs anything', {}, sources.money);
  return explained(
    '({terms}) ÷ {requests} million requests a month: the cost of each component by the flow’s share of its visits',
    { terms: sum(shares), requests: count(millionsAMonth(rps)) },
    sources.money,
  );
}
