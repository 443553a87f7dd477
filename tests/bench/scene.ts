import type { Design, Edge, Flow, Node } from '../../shared/model/schema';

interface Cell {
  readonly id: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
}

const columnKinds = [
  'load-balancer',
  'service',
  'service',
  'cache',
  'key-value-store',
  'service',
  'sql-database',
  'queue',
  'worker',
  'object-store',
];

const callers = new Set(['load-balancer', 'service', 'queue', 'worker']);

/** Rows further down to which calls beyond a row's own lead, the nearest first; the last ones cross the whole design. */
const stridesOf = (rows: number): readonly number[] => [
  1,
  2,
  5,
  Math.max(3, Math.floor(rows / 9)),
  11,
  Math.max(7, Math.floor(rows / 4)),
];

export interface SceneOptions {
  readonly flows?: number;
  readonly edgesPerNode?: number;
}

/**
 * A system of about `count` parts: rows of ten columns, each row fed by its own client, and calls from row to row until there
 * are `edgesPerNode` edges a part. Flows start at clients spread over the rows and reach many rows each; calls lead to
 * later columns only, so that there are no loops, and nothing is saturated.
 */
export function sceneOf(count: number, { flows = 10, edgesPerNode = 1.5 }: SceneOptions = {}): Design {
  const rows = Math.max(1, Math.floor(count / (columnKinds.length + 1)));
  const clients: Cell[] = [];
  const cells: Cell[][] = [];
  for (let row = 0; row < rows; row++) {
    const y = row * 160;
    clients.push({ id: `client-${row}`, kind: 'client', x: 0, y });
    cells.push(
      columnKinds.map((kind, column) => ({ id: `n-${row}-${column}`, kind, x: (column + 1) * 300, y })),
    );
  }
  const all = [...clients, ...cells.flat()];
  const edges = [...edgesInRows(clients, cells)];
  edges.push(...edgesBetweenRows(cells, edges, all.length * edgesPerNode - edges.length));
  return designOf({
    id: `scene-${count}`,
    name: `Scene of ${count}`,
    flows: Array.from({ length: Math.min(flows, rows) }, (_, index) => ({
      id: `f${index}`,
      name: `Flow ${index + 1}`,
      kind: index % 4 === 3 ? 'write' : 'read',
      entry: `client-${Math.floor((index * rows) / flows)}`,
      rate: { rps: 4_000 },
    })),
    nodes: all.map(({ id, kind }) => ({ id, kind, name: `${kind} ${id}`, ...sizeOf(kind) })),
    edges,
    places: Object.fromEntries(all.map(({ id, x, y }) => [id, { x, y }])),
  });
}

function* edgesInRows(clients: readonly Cell[], cells: readonly (readonly Cell[])[]): Iterable<Edge> {
  for (const [row, line] of cells.entries()) {
    yield { id: `c${row}`, from: clients[row]?.id ?? '', to: line[0]?.id ?? '' };
    for (const [column, cell] of line.entries()) {
      const next = line[column + 1];
      const skipped = line[column + 2];
      if (next !== undefined && callers.has(cell.kind))
        yield { id: `n${row}-${column}`, from: cell.id, to: next.id };
      if (skipped !== undefined && cell.kind === 'service')
        yield { id: `s${row}-${column}`, from: cell.id, to: skipped.id, calls: 0.5 };
    }
  }
}

/** So many more edges, each called by a part of its caller's visits. */
function edgesBetweenRows(
  cells: readonly (readonly Cell[])[],
  known: readonly Edge[],
  wanted: number,
): readonly Edge[] {
  const edges: Edge[] = [];
  const taken = new Set(known.map(({ from, to }) => `${from} ${to}`));
  const strides = stridesOf(cells.length);
  for (let turn = 0; turn < 6 * strides.length; turn++)
    for (const [row, line] of cells.entries())
      for (const [column, cell] of line.entries()) {
        const stride = strides[(turn + column) % strides.length] ?? 1;
        const onwards = columnKinds.findIndex((kind, at) => at > column && callers.has(kind));
        const to = cells[(row + stride) % cells.length]?.[turn % 3 === 2 ? column + 1 + (turn % 5) : onwards];
        if (edges.length >= wanted) return edges;
        if (to === undefined || !callers.has(cell.kind) || taken.has(`${cell.id} ${to.id}`)) continue;
        taken.add(`${cell.id} ${to.id}`);
        edges.push({ id: `x${edges.length}`, from: cell.id, to: to.id, calls: 0.25 });
      }
  return edges;
}

const sizeOf = (kind: string): Pick<Node, 'config'> =>
  kind === 'service' || kind === 'worker' ? { config: { replicas: 6 } } : {};

/** One flow or several, each through a chain of `length` services of its own. */
export function chainOf(length: number, flows = 1): Design {
  const chains = Array.from({ length: flows }, (_, flow) =>
    Array.from({ length: length + 1 }, (_, at) => `n-${flow}-${at}`),
  );
  return designOf({
    id: `chain-${flows}-${length}`,
    name: `${flows} chains of ${length}`,
    flows: chains.map((ids, flow) => ({
      id: `f${flow}`,
      kind: flow % 2 === 0 ? 'read' : 'write',
      entry: ids[0] ?? '',
      rate: { rps: 40 + flow },
    })),
    nodes: chains.flatMap((ids, flow) =>
      ids.map((id, at) =>
        at === 0
          ? { id, kind: 'client' }
          : {
              id,
              kind: 'service',
              config: { replicas: 2, concurrency: 1 + (at % 3), serviceMs: 5 + at + flow / 7 },
            },
      ),
    ),
    edges: chains.flatMap((ids, flow) =>
      ids.slice(1).map((to, at) => ({ id: `e${flow}-${at}`, from: ids[at] ?? '', to })),
    ),
    places: Object.fromEntries(
      chains.flatMap((ids, flow) => ids.map((id, at) => [id, { x: at * 300, y: flow * 160 }])),
    ),
  });
}

interface Content {
  readonly id: string;
  readonly name: string;
  readonly flows: Flow[];
  readonly nodes: Node[];
  readonly edges: Edge[];
  readonly places: NonNullable<NonNullable<Design['layout']>['nodes']>;
}

const designOf = ({ id, name, flows, nodes, edges, places }: Content): Design => ({
  format: 'loadline',
  version: 1,
  id,
  name,
  system: { flows, nodes, edges },
  layout: { nodes: places },
});
