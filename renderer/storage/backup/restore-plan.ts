import type { Design } from '../../../shared/model/schema';
import type { RestorableEntry } from './restorable';

/** What is stored already, as far as a restore compares with it. */
export interface StoredDesign {
  readonly id: string;
  readonly design: unknown;
  readonly isTrashed: boolean;
}

export interface RestoredDesign {
  readonly design: Design;
  readonly updatedAt: string | null;
  readonly deletedAt: string | null;
  /** The library has another state of it under its id: this one becomes a design of its own beside it. */
  readonly isCopy: boolean;
}

export interface RestorePlan {
  readonly added: readonly RestoredDesign[];
  readonly newCount: number;
  readonly sameCount: number;
  readonly differentCount: number;
}

/** What a restore does or did: with the versions that it adds. */
export interface Restoration extends RestorePlan {
  readonly versionCount: number;
}

/** The name of a restored state that stands beside the stored one. */
export type NameCopy = (name: string) => string;

/**
 * What restoring a backup does. Nothing that is stored is changed: what is not there is added, and what is there in
 * another state is added beside it, unless an earlier restore did that.
 */
export function planRestore(
  entries: readonly RestorableEntry[],
  stored: readonly StoredDesign[],
  nameCopy: NameCopy,
): RestorePlan {
  const known = new Known(stored);
  const added: RestoredDesign[] = [];
  let sameCount = 0;
  let differentCount = 0;
  for (const { design, updatedAt, deletedAt } of entries) {
    const isTrashed = deletedAt !== null;
    const isCopy = !isTrashed && known.hasId(design.id);
    if (known.hasState(design, isTrashed) || (isCopy && known.hasCopy(design, nameCopy))) {
      sameCount += 1;
      continue;
    }
    if (isCopy) differentCount += 1;
    added.push({ design, updatedAt, deletedAt, isCopy });
    known.add({ id: design.id, design, isTrashed });
  }
  return { added, newCount: added.length - differentCount, sameCount, differentCount };
}

/** What a design is apart from its time of writing; with `own` false also apart from its id, name and age. */
function contentOf(design: object, own: boolean): string {
  const apart = own ? { updatedAt: '' } : { updatedAt: '', id: '', name: '', createdAt: '' };
  return JSON.stringify(sorted({ ...design, ...apart }));
}

/** The same value with the keys of objects in order: storage and files may order them differently. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** The designs that are there, by id and by content. */
class Known {
  private readonly libraryIds = new Set<string>();
  private readonly libraryStates = new Set<string>();
  private readonly trashedStates = new Set<string>();
  private readonly namesByContent = new Map<string, string[]>();

  constructor(stored: readonly StoredDesign[]) {
    for (const one of stored) this.add(one);
  }

  add({ id, design, isTrashed }: StoredDesign): void {
    if (!isTrashed) this.libraryIds.add(id);
    if (typeof design !== 'object' || design === null) return;
    (isTrashed ? this.trashedStates : this.libraryStates).add(contentOf(design, true));
    if (isTrashed || !('name' in design) || typeof design.name !== 'string') return;
    const content = contentOf(design, false);
    this.namesByContent.set(content, [...(this.namesByContent.get(content) ?? []), design.name]);
  }

  hasId(id: string): boolean {
    return this.libraryIds.has(id);
  }

  /** A state that is in the library is not put into the trash as well. */
  hasState(design: Design, isTrashed: boolean): boolean {
    const content = contentOf(design, true);
    return this.libraryStates.has(content) || (isTrashed && this.trashedStates.has(content));
  }

  /** Whether this state is in the library as a copy, from a restore before. */
  hasCopy(design: Design, nameCopy: NameCopy): boolean {
    const names = this.namesByContent.get(contentOf(design, false)) ?? [];
    return names.some((name) => name.startsWith(nameCopy(design.name)));
  }
}
