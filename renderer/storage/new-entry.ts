import { emptyDesign } from '../../shared/model/empty-design';
import type { Design } from '../../shared/model/schema';
import { t } from '../words/t';
import { database } from './database';
import { writeDesign } from './designs';

const now = (): string => new Date().toISOString();

/** `name`, or `name 2`, `name 3`, … where the library has it already. */
export function freeName(names: readonly string[], name: string): string {
  const taken = new Set(names);
  if (!taken.has(name)) return name;
  const stem = name.replace(/ \d+$/, '');
  for (let number = 2; ; number += 1) {
    const next = `${stem} ${number}`;
    if (!taken.has(next)) return next;
  }
}

async function namesInLibrary(): Promise<readonly string[]> {
  try {
    return (await database.designs.toArray()).map((summary) => summary.name);
  } catch {
    // Storing fails next, says why and offers a file: a name that is taken does no harm there.
    database.close({ disableAutoOpen: false });
    return [];
  }
}

/** An empty design with an id and a name of its own. Nothing is stored yet. */
export async function newDesign(): Promise<Design> {
  const name = freeName(await namesInLibrary(), t('Untitled design'));
  return emptyDesign(crypto.randomUUID(), name, now());
}

/** The design as a new one: an id, a time and a free name of its own. */
export async function asNew(design: Design, name: string = design.name): Promise<Design> {
  const time = now();
  return {
    ...design,
    id: crypto.randomUUID(),
    name: freeName(await namesInLibrary(), name),
    createdAt: time,
    updatedAt: time,
  };
}

/** Stores a design that is not in the library yet; null where there is no room or storage fails. */
export async function storeNew(design: Design): Promise<Design | null> {
  const outcome = await writeDesign(database, design, 0, now());
  return outcome.ok ? design : null;
}

export async function keepAsCopy(design: Design, name: string): Promise<Design | null> {
  return storeNew(await asNew(design, name));
}
