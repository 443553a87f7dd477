import { parseJson } from '../../shared/model/parse-json';
import { pageStorage } from './page-storage';

/**
 * The net under the last second: a page that is being closed cannot wait for the database, so what is not saved yet is
 * put here at once, and is taken up when the design is opened again.
 */
export interface Draft {
  readonly id: string;
  /** The stored revision that the draft grew from. */
  readonly revision: number;
  readonly design: unknown;
}

const keyOf = (id: string): string => `loadline:draft:${id}`;

/** Keeps a draft; false where there is no room for it, or no storage. */
export function keepDraft(draft: Draft): boolean {
  return pageStorage.set(keyOf(draft.id), JSON.stringify(draft)) === 'kept';
}

export function draftOf(id: string): Draft | null {
  const text = pageStorage.get(keyOf(id));
  if (text === null) return null;
  // One that was cut off by a crash is none.
  const { value } = parseJson(text);
  return isDraft(value) && value.id === id ? value : null;
}

export function dropDraft(id: string): void {
  pageStorage.remove(keyOf(id));
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number' &&
    'design' in value
  );
}
