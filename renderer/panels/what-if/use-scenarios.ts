import { useMemo } from 'react';
import { readScenarios, type Scenario } from '../../../shared/edits/what-if-schema';
import { counts } from '../../../shared/model/limits';
import type { Design } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';

export interface KeptScenarios {
  readonly list: readonly Scenario[];
  readonly keep: (scenario: Scenario) => void;
  readonly remove: (name: string) => void;
}

/** The scenarios of a design, and how they change: each a step of undo, and part of its file. */
export function useScenarios({ scenarios }: Design): KeptScenarios {
  const editor = useEditor();
  const list = useMemo(() => readScenarios(scenarios), [scenarios]);
  return {
    list,
    keep(scenario) {
      const isNew = !(scenarios ?? []).some(({ name }) => name === scenario.name);
      if (isNew && (scenarios ?? []).length >= counts.scenarios)
        toast(t('A design keeps at most {count} scenarios. Delete one first.', { count: counts.scenarios }));
      else
        editor.edit(t('Keep the scenario {name}', { name: scenario.name }), [
          { op: 'put-scenario', scenario },
        ]);
    },
    remove: (name) =>
      void editor.edit(t('Delete the scenario {name}', { name }), [{ op: 'remove-scenario', name }]),
  };
}
