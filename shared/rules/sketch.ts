import type { Config } from '../model/config';
import { freeIdAmong } from '../model/ids';
import { type Design, designVersion, type Edge, type Flow, type Node, type System } from '../model/schema';
import type { EdgeMode } from '../model/vocabulary';

type FlowSketch<N extends string> = Partial<Omit<Flow, 'id' | 'entry' | 'rate'>> & {
  readonly entry?: N;
  readonly rps?: number;
};

/** What a sketch says beyond its parts and arrows; arrows are named as they are drawn, always with `->`. */
export interface SketchOptions<N extends string> {
  readonly config?: { readonly [K in N]?: Config };
  readonly nodes?: { readonly [K in N]?: Partial<Omit<Node, 'id' | 'kind' | 'config'>> };
  readonly edges?: { readonly [K in `${N} -> ${N}`]?: Partial<Omit<Edge, 'id' | 'from' | 'to'>> };
  /** By id. Left out: every client starts a read flow of 1 000 rps. */
  readonly flows?: Readonly<Record<string, FlowSketch<N>>>;
  readonly system?: Pick<System, 'targets' | 'workload' | 'groups' | 'practices' | 'suppressions'>;
}

const defaultRps = 1000;

/**
 * A design in a short notation: kinds by node id, then arrows, `->` for a call that waits and `~>` for one that does not,
 * chained and parted by commas. `sketch({ user: 'client', api: 'service' }, 'user -> api')` has the edge `user-api`. A part is called
 * after its kind, or, where there are several of the kind, after its id.
 */
export function sketch<N extends string>(
  kinds: Readonly<Record<N, string>>,
  arrows: string,
  options: SketchOptions<NoInfer<N>> = {},
): Design {
  const ids = Object.keys(kinds) as N[];
  const several = repeated(Object.values(kinds));
  const nodes = ids.map((id): Node => {
    const config = options.config?.[id];
    const name = several.has(kinds[id]) ? { name: capitalised(id) } : {};
    return { id, kind: kinds[id], ...name, ...options.nodes?.[id], ...(config && { config }) };
  });
  const system: System = {
    ...options.system,
    flows: flowsOfSketch(kinds, options.flows),
    nodes,
    edges: edgesOfSketch(arrows, ids, options.edges ?? {}),
  };
  return { format: 'loadline', version: designVersion, id: 'sketch', name: 'Sketch', system };
}

const capitalised = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** The kinds of which a sketch has several parts. */
const repeated = (kinds: readonly string[]): ReadonlySet<string> =>
  new Set(kinds.filter((kind, at) => kinds.indexOf(kind) !== at));

function flowsOfSketch<N extends string>(
  kinds: Readonly<Record<N, string>>,
  sketched: SketchOptions<N>['flows'],
): Flow[] {
  const ids = Object.keys(kinds) as N[];
  const clients = ids.filter((id) => kinds[id] === 'client');
  if (sketched === undefined) {
    return clients.map((entry, index) => ({
      id: index === 0 ? 'reads' : `${entry}-reads`,
      name: index === 0 ? 'Reads' : `Reads of ${capitalised(entry)}`,
      kind: 'read',
      entry,
      rate: { rps: defaultRps },
    }));
  }
  return Object.entries(sketched).map(([id, { rps = defaultRps, entry, kind = 'read', ...rest }]) => ({
    name: capitalised(id),
    ...rest,
    id,
    kind,
    entry: entry ?? clients[0] ?? id,
    rate: { rps },
  }));
}

function edgesOfSketch<N extends string>(
  arrows: string,
  ids: readonly N[],
  options: Readonly<Record<string, Partial<Omit<Edge, 'id' | 'from' | 'to'>> | undefined>>,
): Edge[] {
  const taken = new Set<string>(ids);
  return arrows.split(',').flatMap((chain) => {
    const [first = '', ...rest] = chain.trim().split(/\s*(->|~>)\s*/);
    let from = first;
    const edges: Edge[] = [];
    for (let i = 0; i + 1 < rest.length; i += 2) {
      const to = rest[i + 1] ?? '';
      const id = freeIdAmong(taken, `${from}-${to}`);
      taken.add(id);
      const mode: { mode?: EdgeMode } = rest[i] === '~>' ? { mode: 'async' } : {};
      edges.push({ id, from, to, ...mode, ...options[`${from} -> ${to}`] });
      from = to;
    }
    return edges;
  });
}
