import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import { entryOf, nodeOf, type Visit } from './calls';
import { binomialTail, neededOf, neededOfShard } from './servers-needed';
import type { Traffic } from './traffic';
import { metBy, succeeds, type Up } from './visit-success';

interface Component {
  readonly name: string;
  readonly chance: number;
}

const alwaysUp: ReadonlySet<string> = new Set(['source', 'observer', 'pass-through']);
const defaultZone = 'the default zone';

/** Places that a node is in, each of which may be down: its zone and region, or the design's one default zone. */
function placesOf(design: ResolvedDesign, node: ResolvedNode): readonly Component[] {
  if (alwaysUp.has(node.behaviour)) return [];
  const groups = [node.zone, node.region].flatMap((id) => {
    const group = design.groups.find((of) => of.id === id);
    return group === undefined ? [] : [{ name: `group ${group.id}`, chance: group.availability }];
  });
  return node.zone === null && !node.config.multiZone
    ? [...groups, { name: defaultZone, chance: 0.999 }]
    : groups;
}

/** The pools of a node: of a store one for each kind of call, of one shard; they are drawn together. */
export interface Availability {
  /** Probability that a request of the flow succeeds, over all states of the components. */
  ofFlow(flow: ResolvedFlow): number;
  /** Of the pool alone; of a store the lower of its reads' and writes'. */
  ofNode(node: ResolvedNode): number;
}

/**
 * Section 4 by going through every state. A store's pool has a state for each number of replicas that are up which decides
 * something: reads and writes may need different numbers.
 */
export function availabilityOf(
  design: ResolvedDesign,
  traffic: Traffic,
  connections: ReadonlyMap<string, number>,
): Availability {
  const levelsOf = (node: ResolvedNode): readonly Level[] => {
    const { instanceAvailability: a, replicas, replicasPerShard, scatter, shards } = node.config;
    if (alwaysUp.has(node.behaviour)) return [{ up: Number.POSITIVE_INFINITY, others: true, chance: 1 }];
    const n = node.behaviour === 'store' ? replicasPerShard : replicas;
    const needs =
      node.behaviour === 'store'
        ? [neededOfShard(node, 'read', traffic), neededOfShard(node, 'write', traffic)]
        : [neededOf(node, traffic, connections.get(node.id) ?? 0)];
    const steps = [...new Set(needs)].sort((x, y) => x - y);
    const tails = steps.map((k) => binomialTail(n, k, a));
    const levels = [0, ...steps].map((up, i) => ({
      up,
      others: true,
      chance: (i === 0 ? 1 : (tails[i - 1] ?? 0)) - (tails[i] ?? 0),
    }));
    if (node.behaviour !== 'store' || !scatter || shards === 1) return levels;
    const others = binomialTail(n, neededOfShard(node, 'read', traffic), a) ** (shards - 1);
    return levels.flatMap((level) => [
      { ...level, chance: level.chance * others },
      { ...level, others: false, chance: level.chance * (1 - others) },
    ]);
  };
  const needOf = (node: ResolvedNode, operation: FlowKind): number =>
    alwaysUp.has(node.behaviour)
      ? 0
      : node.behaviour === 'store'
        ? neededOfShard(node, operation, traffic)
        : neededOf(node, traffic, connections.get(node.id) ?? 0);
  const ofNode = (node: ResolvedNode) => {
    const { instanceAvailability: a, replicas, replicasPerShard } = node.config;
    if (alwaysUp.has(node.behaviour)) return 1;
    const n = node.behaviour === 'store' ? replicasPerShard : replicas;
    const kinds: readonly FlowKind[] = node.behaviour === 'store' ? ['read', 'write'] : ['read'];
    return Math.min(
      ...kinds.map((kind) => {
        const shard = binomialTail(n, needOf(node, kind), a);
        return kind === 'read' ? power(node, shard) : shard;
      }),
    );
  };
  return {
    ofNode,
    ofFlow: (flow) => overStates(design, flow, levelsOf, needOf),
  };
}

/** A scatter read needs every shard; all other calls of a request go to one. */
const power = (node: ResolvedNode, shard: number): number =>
  node.behaviour === 'store' && node.config.scatter ? shard ** node.config.shards : shard;

/** How many replicas are up, of a store those of the shard that a request goes to; whether its other shards can be read. */
interface Level {
  readonly up: number;
  readonly others: boolean;
  readonly chance: number;
}

type Levels = (node: ResolvedNode) => readonly Level[];

function overStates(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  levelsOf: Levels,
  needOf: (node: ResolvedNode, operation: FlowKind) => number,
): number {
  const met = new Set(metBy(design, flow));
  const nodes = design.nodes.filter(({ id }) => met.has(id));
  const places = new Map(
    nodes.flatMap((node) => placesOf(design, node)).map((place) => [place.name, place.chance]),
  );
  const through = (
    left: readonly (readonly [name: string, chance: number])[],
    isUp: ReadonlyMap<string, boolean>,
  ): number => {
    const [first, ...rest] = left;
    if (first === undefined) return overPools(nodes, new Map(), isUp);
    const [name, chance] = first;
    const up = chance > 0 ? chance * through(rest, new Map([...isUp, [name, true]])) : 0;
    return chance < 1 ? up + (1 - chance) * through(rest, new Map([...isUp, [name, false]])) : up;
  };
  const overPools = (
    left: readonly ResolvedNode[],
    upAt: ReadonlyMap<string, Level>,
    isUp: ReadonlyMap<string, boolean>,
  ): number => {
    const [node, ...rest] = left;
    if (node === undefined) {
      const stands: Up = (name) => isUp.get(name) ?? true;
      const works = (visit: Visit): boolean => {
        const of = nodeOf(design, visit.id);
        const level = upAt.get(of.id);
        return (
          placesOf(design, of).every(({ name }) => stands(name)) &&
          level !== undefined &&
          level.up >= needOf(of, visit.operation) &&
          (level.others || visit.operation === 'write')
        );
      };
      return succeeds(design, flow, works)(entryOf(flow));
    }
    return levelsOf(node).reduce(
      (sum, level) =>
        level.chance === 0
          ? sum
          : sum + level.chance * overPools(rest, new Map([...upAt, [node.id, level]]), isUp),
      0,
    );
  };
  return through([...places], new Map());
}

/** About how many states a flow's components have. */
export const stateCountOf = (design: ResolvedDesign, flow: ResolvedFlow): number => {
  const met = new Set(metBy(design, flow));
  const nodes = design.nodes.filter(({ id, behaviour }) => met.has(id) && !alwaysUp.has(behaviour));
  const places = new Set(nodes.flatMap((node) => placesOf(design, node)).map(({ name }) => name));
  return nodes.reduce((states, { behaviour }) => states * (behaviour === 'store' ? 3 : 2), 2 ** places.size);
};
