import type { ResolvedDesign, ResolvedNode } from '../../../shared/catalog/resolved';
import type { Algorithm, FlowKind } from '../../../shared/model/vocabulary';
import { callsFrom, reachedVisits } from './calls';
import type { OwnTime } from './law';
import { settingsOf, workingReplicas } from './settings';

export interface PoolShape {
  readonly share: number;
  readonly lanes: number;
  /** Infinite where nothing limits them. */
  readonly places: number;
  readonly caSquared: number;
}

export function ownOf(node: ResolvedNode, kind: FlowKind): OwnTime {
  const { readMs, writeMs, cv } = node.config;
  const { delayMs, delayCv, slowShare, slowMs } = settingsOf(node);
  return { workMs: kind === 'read' ? readMs : writeMs, cv, delayMs, delayCv, slowShare, slowMs };
}

interface Callers {
  readonly nodes: readonly ResolvedNode[];
  readonly isEntered: boolean;
  /** Streams that hand it messages of a flow that is to be kept in order, or that keep all in order. */
  readonly ordered: readonly ResolvedNode[];
}

/** Who calls a node; one that no request reaches calls nothing. */
function readCallers(design: ResolvedDesign, node: ResolvedNode): Callers {
  const calling = new Set<string>();
  const ordering = new Set<string>();
  for (const flow of design.flows)
    for (const visit of reachedVisits(design, flow).values())
      for (const { edge } of callsFrom(design, flow, visit))
        if (edge.to === node.id) {
          calling.add(edge.from);
          if (flow.ordered === true) ordering.add(edge.from);
        }
  const nodes = design.nodes.filter(({ id }) => calling.has(id));
  return {
    nodes,
    isEntered: design.flows.some((flow) => flow.entry === node.id),
    ordered: nodes.filter((of) => of.kind.id === 'stream' && (settingsOf(of).ordered || ordering.has(of.id))),
  };
}

const known = new WeakMap<ResolvedDesign, Map<string, Callers>>();

function callersOf(design: ResolvedDesign, node: ResolvedNode): Callers {
  const ofDesign = known.get(design) ?? new Map<string, Callers>();
  known.set(design, ofDesign);
  const callers = ofDesign.get(node.id) ?? readCallers(design, node);
  ofDesign.set(node.id, callers);
  return callers;
}

/** What only buffers call takes what it can, and the rest waits for it: its rate limit paces and refuses nothing. */
export function isPaced(design: ResolvedDesign, node: ResolvedNode): boolean {
  const { nodes, isEntered } = callersOf(design, node);
  return (
    settingsOf(node).limitRps !== null &&
    !isEntered &&
    nodes.length > 0 &&
    nodes.every(({ behaviour }) => behaviour === 'buffer')
  );
}

interface Spread {
  readonly algorithm: Algorithm;
  readonly hotShare: number;
}

/** "by the algorithm of the distributor that calls the station"; a cache with a hot share has a queue for each replica. */
function spreadOf(design: ResolvedDesign, node: ResolvedNode): Spread {
  const isCache = node.behaviour === 'aside-cache' || node.behaviour === 'inline-cache';
  if (isCache && node.config.hotShare > 0) return { algorithm: 'ip-hash', hotShare: node.config.hotShare };
  const { nodes, isEntered } = callersOf(design, node);
  const [first] = nodes;
  const others = nodes.some((of) => of.behaviour !== 'distributor');
  const algorithms = new Set(nodes.map((of) => of.config.algorithm));
  if (first === undefined || others || isEntered || algorithms.size > 1)
    return { algorithm: 'least-connections', hotShare: 0 };
  return {
    algorithm: first.config.algorithm,
    hotShare: Math.max(...nodes.map((of) => of.config.hotShare)),
  };
}

const takesPlaces: ReadonlySet<string> = new Set(['station', 'inline-cache', 'aside-cache']);

export const hasPlaces = (node: ResolvedNode, shapes: readonly PoolShape[]): boolean =>
  takesPlaces.has(node.behaviour) && shapes.some(({ places }) => Number.isFinite(places));

const knownPools = new WeakMap<ResolvedDesign, Map<string, readonly PoolShape[]>>();

export function poolsOf(design: ResolvedDesign, node: ResolvedNode): readonly PoolShape[] {
  const ofDesign = knownPools.get(design) ?? new Map<string, readonly PoolShape[]>();
  knownPools.set(design, ofDesign);
  const pools = ofDesign.get(node.id) ?? readPools(design, node);
  ofDesign.set(node.id, pools);
  return pools;
}

function readPools(design: ResolvedDesign, node: ResolvedNode): readonly PoolShape[] {
  const [n, k] = [workingReplicas(node), node.config.concurrency];
  const perReplica = settingsOf(node).maxInFlight ?? Number.POSITIVE_INFINITY;
  const even = (caSquared: number) =>
    Array.from({ length: n }, () => ({ share: 1 / n, lanes: k, places: perReplica, caSquared }));
  const { algorithm, hotShare: h } = spreadOf(design, node);
  switch (algorithm) {
    case 'random':
      return even(1);
    case 'round-robin':
      return even(1 / n);
    case 'ip-hash':
      return even(1).map((pool, i) => ({ ...pool, share: (i === 0 ? h : 0) + (1 - h) / n }));
    default:
      return orderedPools(design, node, {
        share: 1,
        lanes: n * k,
        places: n * perReplica,
        caSquared: 1,
      });
  }
}

/** A partition of an ordered stream is worked on by one at a time; the hottest by a place of its own. */
function orderedPools(design: ResolvedDesign, node: ResolvedNode, whole: PoolShape): readonly PoolShape[] {
  const streams = callersOf(design, node).ordered;
  if (streams.length === 0 || !takesPlaces.has(node.behaviour)) return [whole];
  const partitions = Math.min(...streams.map((stream) => settingsOf(stream).partitions));
  const places = Math.min(whole.places, partitions);
  const h = Math.max(...streams.map((stream) => stream.config.hotShare));
  if (h === 0 || partitions === 1) return [{ ...whole, places }];
  const hot = h + (1 - h) / partitions;
  const others = Math.max(1, places - 1);
  return [
    { ...whole, share: hot, lanes: 1, places: 1 },
    { ...whole, share: 1 - hot, lanes: Math.min(whole.lanes, others), places: others },
  ];
}
