import type { DamagedLine, DesignSummary, TrashLine } from '../store/workspace';
import type { Database } from './database';

export interface LibraryLines {
  /** The one that was changed last is at the top. */
  readonly designs: readonly DesignSummary[];
  readonly damaged: readonly DamagedLine[];
}

/** The lines of the library. A row that cannot be read, or whose other half is missing, is a damaged entry of its own. */
export async function readLibrary(database: Database): Promise<LibraryLines> {
  const rows = await database.designs.toArray();
  const bodies = new Set(await database.bodies.toCollection().primaryKeys());
  const designs: DesignSummary[] = [];
  const damaged: DamagedLine[] = [];
  for (const row of rows) {
    const summary = summaryIn(row);
    if (summary !== null && bodies.has(summary.id)) designs.push(summary);
    else damaged.push(damagedLine(row, row.id));
    bodies.delete(row.id);
  }
  for (const key of bodies) damaged.push(damagedLine(undefined, key));
  designs.sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
  return { designs, damaged };
}

/** The lines of the trash, the one that was deleted last at the top. */
export async function readTrash(database: Database): Promise<readonly TrashLine[]> {
  const rows = await database.trash.toArray();
  return rows
    .map(({ key, id, deletedAt, summary }) => ({ key, deletedAt, name: nameOfRow(summary, id) }))
    .sort((a, b) => Date.parse(b.deletedAt) - Date.parse(a.deletedAt));
}

/** The name in a row of the library; its id where it has none. */
export function nameOfRow(row: unknown, id: string): string {
  return damagedLine(row, id).name || String(id);
}

function fieldOf(row: unknown, key: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined;
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** The line in a row of the library; null where it is damaged. By hand: the first page does without zod. */
function summaryIn(row: unknown): DesignSummary | null {
  const id = fieldOf(row, 'id');
  const name = fieldOf(row, 'name');
  const createdAt = fieldOf(row, 'createdAt');
  const updatedAt = fieldOf(row, 'updatedAt');
  const nodeCount = fieldOf(row, 'nodeCount');
  const hasNames = typeof id === 'string' && id !== '' && typeof name === 'string';
  if (!hasNames || typeof createdAt !== 'string' || !isDate(updatedAt) || !Number.isFinite(nodeCount))
    return null;
  return { id, name, createdAt, updatedAt, nodeCount: Number(nodeCount) };
}

/** What can be known of a row: name, id and date as far as they are what they should be. */
function damagedLine(row: unknown, key: string): DamagedLine {
  const name = fieldOf(row, 'name');
  const updatedAt = fieldOf(row, 'updatedAt');
  return {
    key,
    name: typeof name === 'string' ? name : '',
    updatedAt: isDate(updatedAt) ? updatedAt : null,
  };
}
