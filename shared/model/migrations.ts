import type { Result } from './result';
import { designVersion } from './schema';

/**
 * One step from a version of the format to the next. It is given a document that an older program wrote, unchecked, and
 * gives the same document in the newer form; what it does not know it hands on.
 */
export interface Migration {
  readonly from: number;
  readonly to: number;
  readonly migrate: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/**
 * Every step, oldest first, each from one version to the next. A new one needs `designVersion` raised and a fixture
 * `tests/fixtures/designs/v<from>-*.loadline.json` that an older program wrote.
 */
export const migrations: readonly Migration[] = [];

/** The document in the form of `target`, by the steps in `list`; a problem where a step is missing. */
export function migrateDocument(
  document: Readonly<Record<string, unknown>>,
  version: number,
  list: readonly Migration[] = migrations,
  target: number = designVersion,
): Result<Readonly<Record<string, unknown>>> {
  let current = document;
  let at = version;
  while (at < target) {
    const step = list.find((migration) => migration.from === at && migration.to > at);
    if (step === undefined) {
      return {
        ok: false,
        problems: [{ key: 'no-migration', path: ['version'], values: { version, target } }],
      };
    }
    current = { ...step.migrate(current), version: step.to };
    at = step.to;
  }
  return { ok: true, value: current };
}
