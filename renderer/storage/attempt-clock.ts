import { parseJson } from '../../shared/model/parse-json';
import { pageStorage } from './page-storage';

const key = 'loadline:attempt-clock';

/** How far the clock of an attempt was, kept as it runs: a page that ends at once writes nothing else. */
interface KeptClock {
  readonly id: string;
  readonly elapsedMs: number;
}

export function keepClock(id: string, elapsedMs: number): void {
  pageStorage.set(key, JSON.stringify({ id, elapsedMs: Math.round(elapsedMs) } satisfies KeptClock));
}

/** The clock that was kept of an attempt, ms; null where none was, or another's. */
export function keptClock(id: string): number | null {
  const text = pageStorage.get(key);
  // One that was cut off by a crash is none.
  const value = text === null ? undefined : parseJson(text).value;
  return isKeptClock(value) && value.id === id ? value.elapsedMs : null;
}

const isKeptClock = (value: unknown): value is KeptClock =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'elapsedMs' in value &&
  typeof value.elapsedMs === 'number' &&
  value.elapsedMs >= 0;
