import { mostScenarios, readScenarios, type Scenario } from '../../shared/edits/what-if-schema';
import { type Database, database, writing } from './database';
import type { StorageFailure } from './failure';
import { scenariosKey } from './scenarios-key';

/** The scenarios that were kept for a design. They lie beside it: its file has none. */
export async function scenariosOf(design: string, from: Database = database): Promise<readonly Scenario[]> {
  return readScenarios((await from.settings.get(scenariosKey(design)))?.value);
}

/** Keeps a scenario, in the place of one of its name. Gives all that are kept then, the newest last. */
export function keepScenario(
  design: string,
  scenario: Scenario,
  to: Database = database,
): Promise<readonly Scenario[] | StorageFailure> {
  return changed(to, design, (before) => [
    ...before.filter(({ name }) => name !== scenario.name).slice(1 - mostScenarios),
    scenario,
  ]);
}

/** Removes a scenario by its name. Gives those that are left. */
export function removeScenario(
  design: string,
  name: string,
  to: Database = database,
): Promise<readonly Scenario[] | StorageFailure> {
  return changed(to, design, (before) => before.filter((scenario) => scenario.name !== name));
}

function changed(
  written: Database,
  design: string,
  change: (before: readonly Scenario[]) => readonly Scenario[],
): Promise<readonly Scenario[] | StorageFailure> {
  return writing<readonly Scenario[]>(written, [written.settings], async () => {
    const next = change(await scenariosOf(design, written));
    if (next.length === 0) await written.settings.delete(scenariosKey(design));
    else await written.settings.put({ key: scenariosKey(design), value: next });
    return next;
  });
}
