import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../../shared/catalog/resolved';

/** Probability that a node's own servers are up. */
export type PoolUp = (node: ResolvedNode) => number;

type IsUp = (id: string) => boolean;

const cannotFail = new Set(['source', 'observer', 'pass-through']);

/** Availability of a flow by listing every state of every component: slow, and written from the words of the model alone. */
export function enumerated(design: ResolvedDesign, flow: ResolvedFlow, poolUp: PoolUp): number {
  const places = new Map<string, number>([
    ['*', 0.999],
    ...design.groups.map((g) => [g.id, g.availability] as const),
  ]);
  const standing = new Map(
    design.nodes.map((node) => [
      node.id,
      cannotFail.has(node.behaviour)
        ? []
        : [
            ...(node.zone !== null ? [node.zone] : node.config.multiZone ? [] : ['*']),
            ...(node.region === null ? [] : [node.region]),
          ],
    ]),
  );
  const seen = new Set([flow.entry]);
  for (const id of seen) for (const edge of design.edges) if (edge.from === id) seen.add(edge.to);
  const reached = design.nodes.filter(({ id }) => seen.has(id));
  const chances: [string, number][] = [
    ...reached.map((node): [string, number] => [
      `pool ${node.id}`,
      cannotFail.has(node.behaviour) ? 1 : poolUp(node),
    ]),
    ...[...new Set(reached.flatMap(({ id }) => standing.get(id) ?? []))].map((name): [string, number] => [
      name,
      places.get(name) ?? 1,
    ]),
  ].filter(([, chance]) => chance < 1) as [string, number][];
  let sum = 0;
  for (let state = 0; state < 2 ** chances.length; state++) {
    const down = new Set(chances.flatMap(([name], i) => (((state >>> i) & 1) === 0 ? [name] : [])));
    const probability = chances.reduce(
      (p, [, chance], i) => p * (((state >>> i) & 1) === 1 ? chance : 1 - chance),
      1,
    );
    const isUp = (id: string) =>
      !down.has(`pool ${id}`) && (standing.get(id) ?? []).every((name) => !down.has(name));
    if (probability > 0) sum += probability * succeeds(design, flow, isUp);
  }
  return sum;
}

/** Success where it is known what is up: visits within more and more turns of a loop. */
function succeeds(design: ResolvedDesign, flow: ResolvedFlow, isUp: IsUp): number {
  let values = new Map(design.nodes.map((node) => [node.id, 0]));
  for (let turn = 0; turn < 2000; turn++) {
    const next = new Map(design.nodes.map((node) => [node.id, visit(design, flow, isUp, node, values)]));
    const change = Math.max(
      ...design.nodes.map(({ id }) => Math.abs((next.get(id) ?? 0) - (values.get(id) ?? 0))),
    );
    values = next;
    if (change < 1e-13) break;
  }
  return values.get(flow.entry) ?? 0;
}

const hitRate = (node: ResolvedNode | undefined, flow: ResolvedFlow): number =>
  flow.kind === 'read' ? (node?.config.hitRates[flow.id] ?? node?.config.hitRate ?? 0) : 0;

function visit(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  isUp: IsUp,
  node: ResolvedNode,
  values: Map<string, number>,
): number {
  if (!isUp(node.id)) return 0;
  const edges = callsFrom(design, flow, node.id);
  const byId = new Map(design.nodes.map((of) => [of.id, of]));
  const calls = calling(design, flow, isUp, node, edges, values, byId);
  const own = node.behaviour === 'inline-cache' ? hitRate(node, flow) : 0;
  return own + (1 - own) * calls;
}

const callsFrom = (design: ResolvedDesign, flow: ResolvedFlow, id: string): readonly ResolvedEdge[] =>
  design.edges.filter((edge) => edge.from === id && edge.flows.includes(flow.id) && edge.fallbackOf === null);

/** A call and what is tried after it. */
const triedFor = (
  design: ResolvedDesign,
  flow: ResolvedFlow,
  call: ResolvedEdge,
): readonly ResolvedEdge[] => [
  call,
  ...design.edges.filter((edge) => edge.fallbackOf === call.id && edge.flows.includes(flow.id)),
];

/** Ids of the nodes that are up with all that they need behind them: what is not is taken away until nothing changes. */
function standing(design: ResolvedDesign, flow: ResolvedFlow, isUp: IsUp): ReadonlySet<string> {
  const byId = new Map(design.nodes.map((of) => [of.id, of]));
  let left = new Set(design.nodes.filter(({ id }) => isUp(id)).map(({ id }) => id));
  for (;;) {
    const next = new Set(
      [...left].filter((id) => {
        const node = byId.get(id);
        const needed = node === undefined ? [] : neededCalls(design, flow, node, byId);
        return needed.every((call) => triedFor(design, flow, call).some(({ to }) => left.has(to)));
      }),
    );
    if (next.size === left.size) return next;
    left = next;
  }
}

/** Calls with m > 0 that are waited for and not optional. */
function neededCalls(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  node: ResolvedNode,
  byId: ReadonlyMap<string, ResolvedNode>,
): readonly ResolvedEdge[] {
  const calls = callsFrom(design, flow, node.id);
  if (node.behaviour === 'buffer' || (node.behaviour === 'inline-cache' && hitRate(node, flow) === 1))
    return [];
  const region = byId.get(flow.entry)?.region ?? null;
  const isNear = ({ to }: ResolvedEdge) => byId.get(to)?.region === region;
  const isGeo = node.behaviour === 'distributor' && node.config.algorithm === 'geo' && region !== null;
  const prefersNear = isGeo && calls.some((edge) => edge.choice && isNear(edge));
  return calls.filter(
    (edge) =>
      edge.mode === 'sync' &&
      !edge.optional &&
      edge.calls > 0 &&
      !(edge.choice && edge.weight === 0) &&
      !(edge.choice && prefersNear && !isNear(edge)) &&
      (edge.onMissOf === null || hitRate(byId.get(edge.onMissOf), flow) < 1),
  );
}

/** What the design says, else dependencies for DNS and where the choices are in different regions. */
function checksDependencies(
  node: ResolvedNode,
  choices: readonly ResolvedEdge[],
  byId: ReadonlyMap<string, ResolvedNode>,
): boolean {
  const { healthChecks } = node.config.other;
  if (healthChecks !== undefined) return healthChecks === 'dependencies';
  const regions = new Set(choices.map(({ to }) => byId.get(to)?.region ?? null));
  return node.kind.id === 'dns' || (regions.size > 1 && !regions.has(null));
}

/** Every outcome of every draw of one visit, one after the other. */
function calling(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  isUp: IsUp,
  node: ResolvedNode,
  edges: readonly ResolvedEdge[],
  values: Map<string, number>,
  byId: Map<string, ResolvedNode>,
): number {
  const isSync = (edge: ResolvedEdge) => edge.mode === 'sync' && node.behaviour !== 'buffer';
  const caches = [...new Set(edges.flatMap((edge) => (edge.onMissOf === null ? [] : [edge.onMissOf])))];
  const sets = new Map<string, ResolvedEdge[]>();
  for (const edge of edges) {
    if (!edge.choice || edge.weight === 0) continue;
    const key = node.behaviour === 'distributor' ? '' : (byId.get(edge.to)?.kind.id ?? '');
    sets.set(key, [...(sets.get(key) ?? []), edge]);
  }
  const draws: { probability: number; key: string; value: string }[][] = [];
  for (const cache of caches) {
    const asks = edges.filter((edge) => edge.to === cache && isSync(edge));
    const lost = asks.length > 0 && asks.every((edge) => edge.optional) && !isUp(cache);
    const hit = lost ? 0 : hitRate(byId.get(cache), flow);
    draws.push([
      { probability: hit, key: cache, value: 'hit' },
      { probability: 1 - hit, key: cache, value: 'miss' },
    ]);
  }
  for (const [key, choices] of sets) {
    const fails = node.behaviour === 'distributor' && node.config.failover;
    // A call that the visit can do without is still picked from callees that are up, where the distributor fails over.
    if (!choices.some((edge) => isSync(edge) && (fails || !edge.optional))) continue;
    const region = byId.get(flow.entry)?.region ?? null;
    const isGeo = node.behaviour === 'distributor' && node.config.algorithm === 'geo' && region !== null;
    const isDeep = fails && checksDependencies(node, choices, byId);
    const passing = isDeep ? standing(design, flow, isUp) : null;
    const isOut = (id: string) => !isUp(id) || passing?.has(id) === false;
    let from = fails ? choices.filter((edge) => !isOut(edge.to)) : choices;
    const near = from.filter((edge) => byId.get(edge.to)?.region === region);
    if (isGeo && near.some((edge) => !isOut(edge.to))) from = near;
    if (from.length === 0) return 0;
    const total = from.reduce((sum, edge) => sum + edge.weight, 0);
    draws.push(from.map((edge) => ({ probability: edge.weight / total, key: `set ${key}`, value: edge.id })));
  }
  const all = (i: number, drawn: Map<string, string>): number => {
    const draw = draws[i];
    if (draw !== undefined)
      return draw.reduce(
        (sum, { probability, key, value }) =>
          probability > 0 ? sum + probability * all(i + 1, new Map(drawn).set(key, value)) : sum,
        0,
      );
    let product = 1;
    for (const edge of edges) {
      if (!isSync(edge) || edge.optional) continue;
      if (edge.onMissOf !== null && drawn.get(edge.onMissOf) !== 'miss') continue;
      const key = `set ${node.behaviour === 'distributor' ? '' : (byId.get(edge.to)?.kind.id ?? '')}`;
      if (edge.choice && drawn.get(key) !== edge.id) continue;
      // What is tried after it is drawn apart, in the same state.
      const fails = triedFor(design, flow, edge).map(({ to }) => 1 - (values.get(to) ?? 0));
      const each = 1 - fails.reduce((product, failing) => product * failing, 1);
      const whole = Math.floor(edge.calls);
      product *= each ** whole * (1 - (edge.calls - whole) * (1 - each));
    }
    return product;
  };
  return all(0, new Map());
}
