import { useEffect, useState } from 'react';
import type { Scenario } from '../../../shared/edits/what-if-schema';
import type { StorageFailure } from '../../storage/failure';
import { keepScenario, removeScenario, scenariosOf } from '../../storage/scenarios';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';

export interface KeptScenarios {
  readonly list: readonly Scenario[];
  readonly keep: (scenario: Scenario) => void;
  readonly remove: (name: string) => void;
}

type Kept = { readonly design: string; readonly list: readonly Scenario[] };

/** The scenarios that are kept for a design, and how they change. */
export function useScenarios(design: string): KeptScenarios {
  const [kept, setKept] = useState<Kept>({ design, list: [] });
  useEffect(() => {
    let isCurrent = true;
    scenariosOf(design).then(
      (list) => {
        if (isCurrent) setKept({ design, list });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [design]);
  const take = (next: readonly Scenario[] | StorageFailure): void => {
    if ('ok' in next) toast(t('The scenario could not be kept: storage does not answer or is full.'));
    else setKept({ design, list: next });
  };
  return {
    list: kept.design === design ? kept.list : [],
    keep: (scenario) => void keepScenario(design, scenario).then(take),
    remove: (name) => void removeScenario(design, name).then(take),
  };
}
