import type { ResolvedNode } from '../catalog/resolved';
import type { NodeFigures } from './analysis';
import { costsOf } from './cost';
import {
  bytes,
  count,
  type ExplainContext,
  maybe,
  ms,
  rps,
  seconds,
  share,
  sources,
  type Told,
  termsOf,
  told,
  usd,
} from './explanation';
import { neededUp } from './pool-availability';
import { edgeRates } from './rollup';
import { bandwidthCapacityRps, serviceMix } from './station';
import { storedBytesPerSecond } from './storage';

interface Subject {
  readonly context: ExplainContext;
  readonly node: ResolvedNode;
  readonly at: number;
  readonly figures: NodeFigures;
}

const loadOf = ({ context, at }: Subject) =>
  context.loaded.loads.nodes[at] ?? { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };

function offered({ context, at }: Subject): Told {
  const { loads } = context.loaded;
  const arrivals = context.design.flows.flatMap(({ id }, i) => {
    const arriving = loads.offeredRps[i]?.[at] ?? 0;
    return arriving > 0 ? [[id, rps(arriving)] as const] : [];
  });
  const { text, inputs } = termsOf(arrivals);
  return told(
    `${text}: rate × visits of each flow, without what was lost before and with retries`,
    inputs,
    sources.visits,
  );
}

function service({ node, context, at }: Subject) {
  const load = context.loaded.loads.nodes[at] ?? { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };
  const mix = serviceMix(node, load.readsRps, load.writesRps);
  return { service: ms(mix.meanMs), cv: count(Math.sqrt(mix.scv)) };
}

const sizeOf = ({ node }: Subject) => {
  const { replicas, concurrency, shards, replicasPerShard } = node.config;
  return node.behaviour === 'store'
    ? {
        shards: count(shards),
        replicas: count(replicasPerShard),
        concurrency: count(concurrency),
        hot: share(node.config.hotShare),
      }
    : { replicas: count(replicas), concurrency: count(concurrency) };
};

function capacity(subject: Subject): Told {
  const { node, figures } = subject;
  const network = bandwidthCapacityRps(node, loadOf(subject));
  const inputs = {
    ...sizeOf(subject),
    ...service(subject),
    offered: maybe(figures.offeredRps, rps),
    utilization: maybe(figures.utilization, share),
    network: maybe(network, rps),
    capacity: maybe(figures.capacityRps, rps),
  };
  if (figures.capacityRps === null)
    return told('Takes no time, so that nothing bounds it', inputs, sources.utilization);
  if (node.behaviour === 'store')
    return told(
      'offered {offered} ÷ utilization {utilization} of the busiest replica of the hottest shard = {capacity}',
      inputs,
      sources.utilization,
    );
  return told(
    '{replicas} servers × {concurrency} at once ÷ {service} = {capacity}, of the busiest pool; the network carries {network}',
    inputs,
    sources.utilization,
  );
}

function utilization(subject: Subject): Told {
  const { node, figures } = subject;
  const inputs = {
    ...sizeOf(subject),
    ...service(subject),
    offered: maybe(figures.offeredRps, rps),
    capacity: maybe(figures.capacityRps, rps),
  };
  if (node.config.queueLimit !== null)
    return told(
      'accepted requests × {service} ÷ ({replicas} × {concurrency})',
      { ...inputs, accepted: maybe(figures.carriedRps, rps) },
      sources.limited,
    );
  return told('offered {offered} ÷ capacity {capacity}', inputs, sources.utilization);
}

function wait(subject: Subject): Told {
  const { node, figures } = subject;
  const inputs = {
    ...sizeOf(subject),
    ...service(subject),
    utilization: maybe(figures.utilization, share),
    waiting: maybe(figures.waitProbability, share),
    queue: maybe(node.config.queueLimit, count),
  };
  if (figures.saturated) return told('Saturated: the queue grows without end', inputs, sources.erlang);
  if (node.config.queueLimit !== null)
    return told(
      'M/M/c/K with {queue} places, utilization {utilization}; {waiting} of the accepted wait',
      inputs,
      sources.limited,
    );
  return told(
    'Erlang C = {waiting} at utilization {utilization}; mean wait = C ÷ (c ÷ S − λ) × (ca² + cv²) ÷ 2, S = {service}, cv {cv}',
    inputs,
    sources.erlang,
  );
}

function response(subject: Subject): Told {
  const { figures, node } = subject;
  return told(
    node.behaviour === 'store'
      ? 'wait {wait} + service {service} of a replica; the order statistic of those that are asked'
      : 'wait {wait} + service {service}',
    {
      ...service(subject),
      wait: maybe(figures.waitMs, ms),
      mean: maybe(figures.meanMs, ms),
    },
    sources.erlang,
  );
}

function withCalls({ figures }: Subject): Told {
  return told(
    'own response {own}, then its calls in their steps, over the flows by rate × visits',
    { own: maybe(figures.meanMs, ms) },
    sources.composition,
  );
}

function availability(subject: Subject): Told {
  const { node } = subject;
  const needed = neededUp(node, loadOf(subject));
  const inputs = {
    server: share(node.config.instanceAvailability),
    reads: count(needed.reads),
    writes: count(needed.writes),
    of: count(needed.of),
    planned: share(node.config.maxUtilization),
    shards: count(node.config.scatter ? node.config.shards : 1),
  };
  return node.behaviour === 'store'
    ? told(
        'the lower of {reads} of {of} for reads (in {shards} shards) and {writes} of {of} for writes, each replica {server}',
        inputs,
        sources.kOfN,
      )
    : told(
        '{reads} of {of} servers are needed to stay under {planned}, each up {server} of the time',
        inputs,
        sources.kOfN,
      );
}

function cost({ context, at, node }: Subject): Told {
  const { graph, model, loads } = context.loaded;
  const rates = edgeRates(
    graph,
    loads,
    model.traffics.map((traffic) => ({ traffic })),
  );
  const of = costsOf(model, rates)[at];
  return told(
    'servers {servers} × {unit} × {scale} = {serversUsd}; storage {storageUsd}; egress {egressUsd}',
    {
      servers: maybe(context.analysis.nodes[at]?.servers, count),
      unit: maybe(node.config.other.unitCostUsd, usd),
      scale: count(node.config.scaleUp),
      serversUsd: maybe(of?.serversUsd, usd),
      storageUsd: maybe(of?.storageUsd, usd),
      egressUsd: maybe(of?.egressUsd, usd),
    },
    sources.money,
  );
}

function storage({ context, at, node }: Subject): Told {
  if (node.behaviour !== 'store') return told('Only stores keep what is written', {}, sources.storage);
  return told(
    '{written} a second × {years} × {replicas} copies',
    {
      written: bytes(storedBytesPerSecond(context.loaded.model, at)),
      years: maybe(context.design.workload.retentionYears, (years) => seconds(years * 365.25 * 86_400)),
      replicas: count(node.config.replicasPerShard),
    },
    sources.storage,
  );
}

function recovery({ node, figures }: Subject): Told {
  if (node.behaviour !== 'store') return told('Only stores have something to recover', {}, sources.recovery);
  const { replication, replicasPerShard, other } = node.config;
  return told(
    '{replicas} replicas, {replication}; backup every {backup}, failover {failover}, restore {restore}',
    {
      replicas: count(replicasPerShard),
      replication,
      backup: maybe(other.backupEverySeconds, seconds),
      failover: maybe(other.failoverSeconds, seconds),
      restore: maybe(other.restoreSeconds, seconds),
      rpo: maybe(figures.rpoSeconds, seconds),
    },
    sources.recovery,
  );
}

function carried({ figures }: Subject): Told {
  return told(
    'offered {offered} × the share passed on, min(1, capacity ÷ offered) or 1 − refused {refused}',
    {
      offered: maybe(figures.offeredRps, rps),
      refused: share(figures.refused),
      capacity: maybe(figures.capacityRps, rps),
    },
    sources.visits,
  );
}

const servers = (subject: Subject): Told =>
  told(
    subject.node.behaviour === 'store' ? '{shards} shards × {replicas} replicas' : '{replicas} servers',
    sizeOf(subject),
    sources.document,
  );

const tellers: Readonly<Record<string, (subject: Subject) => Told>> = {
  offeredRps: offered,
  carriedRps: carried,
  capacityRps: capacity,
  utilization,
  saturated: utilization,
  refused: wait,
  waitProbability: wait,
  waitMs: wait,
  meanMs: response,
  p50Ms: response,
  p95Ms: response,
  p99Ms: response,
  p999Ms: response,
  withCallsMeanMs: withCalls,
  withCallsP99Ms: withCalls,
  availability,
  servers,
  monthlyCostUsd: cost,
  storageBytes: storage,
  rpoSeconds: recovery,
  rtoSeconds: recovery,
};

/** How a figure of a node came about; null for a metric that nodes do not have. */
export function explainNode(context: ExplainContext, at: number, metric: string): Told | null {
  const node = context.design.nodes[at];
  const figures = context.analysis.nodes[at];
  if (node === undefined || figures === undefined) return null;
  const flow = /^visits\.(.+)$/.exec(metric)?.[1];
  if (flow !== undefined) return visitsTold({ context, node, at, figures }, flow);
  return tellers[metric]?.({ context, node, at, figures }) ?? null;
}

function visitsTold({ context, at }: Subject, flowId: string): Told | null {
  const { graph, model } = context.loaded;
  const flow = graph.flows.findIndex(({ id }) => id === flowId);
  const traffic = model.traffics[flow];
  if (traffic === undefined) return null;
  const callers = graph.edges.flatMap((edge, i) => {
    const visits =
      (traffic.visits[graph.from[i] as number] ?? 0) * (traffic.pattern.multipliers.calls[i] ?? 0);
    return graph.to[i] === at && visits > 0 ? [[edge.id, count(visits)] as const] : [];
  });
  const { text, inputs } = termsOf(callers);
  const entry = traffic.entry === at ? (callers.length > 0 ? '1 as its entry + ' : '1 as its entry') : '';
  return told(entry !== '' && callers.length === 0 ? entry : entry + text, inputs, sources.visits);
}
