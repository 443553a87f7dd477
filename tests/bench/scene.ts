import type { Design } from '../../shared/model/schema';

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

/**
 * A system of `count` parts and one and a half edges a part: rows of ten columns, each row fed by its own client, so that
 * width, depth and traffic are those of a large real design and no two runs differ.
 */
export function sceneOf(count: number, flows = 10): Design {
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
  const edges: { id: string; from: string; to: string }[] = [];
  const connect = (from: string, to: string): void => {
    edges.push({ id: `e${edges.length}`, from, to });
  };
  for (let row = 0; row < rows; row++) {
    const line = cells[row] ?? [];
    connect(`client-${row}`, `n-${row}-0`);
    line.forEach((cell, column) => {
      const next = line[column + 1];
      if (next !== undefined && callers.has(cell.kind)) connect(cell.id, next.id);
      const skipped = line[column + 2];
      if (skipped !== undefined && cell.kind === 'service') connect(cell.id, skipped.id);
      const below = cells[row + 1]?.[column + 1];
      if (below !== undefined && cell.kind === 'load-balancer') connect(cell.id, below.id);
    });
  }
  const all = [...clients, ...cells.flat()];
  return {
    format: 'loadline',
    version: 1,
    id: `scene-${count}`,
    name: `Scene of ${count}`,
    system: {
      flows: clients.slice(0, flows).map((client, index) => ({
        id: `f${index}`,
        name: `Flow ${index + 1}`,
        kind: index % 4 === 3 ? 'write' : 'read',
        entry: client.id,
        rate: { rps: 200 },
      })),
      nodes: all.map(({ id, kind }) => ({ id, kind, name: `${kind} ${id}` })),
      edges,
    },
    layout: { nodes: Object.fromEntries(all.map(({ id, x, y }) => [id, { x, y }])) },
  };
}

const callers = new Set(['load-balancer', 'service', 'queue', 'worker']);
