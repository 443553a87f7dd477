/**
 * The value that a record has under a key itself: keys are ids of a document, and `record['constructor']` would give what every
 * object inherits. Undefined where there is none.
 */
export function own<V>(record: Readonly<Record<string, V>> | undefined, key: string): V | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
