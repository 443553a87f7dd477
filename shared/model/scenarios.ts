import { counts } from './limits';
import { filled, sameValue, withField } from './patch';
import type { Design, KeptScenario } from './schema';

/** The design with a scenario, in the place of one of its name; the same design where there is no room for another. */
export function putScenario(design: Design, scenario: KeptScenario): Design {
  const before = design.scenarios ?? [];
  const at = before.findIndex(({ name }) => name === scenario.name);
  if (at < 0 && before.length >= counts.scenarios) return design;
  if (at >= 0 && sameValue(before[at], scenario)) return design;
  return withField(design, 'scenarios', at < 0 ? [...before, scenario] : before.with(at, scenario));
}

/** The design without the scenario of a name. */
export function removeScenario(design: Design, name: string): Design {
  const before = design.scenarios ?? [];
  const left = before.filter((scenario) => scenario.name !== name);
  return left.length === before.length ? design : withField(design, 'scenarios', filled(left));
}
