import { type FormEvent, useState } from 'react';
import type { WhatIf } from '../../../shared/edits/what-if';
import { longestScenarioName } from '../../../shared/edits/what-if-schema';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { resolvedOf } from '../../store/report';
import { Button } from '../../ui/Button';
import { listed, t } from '../../words/t';
import { type ChosenEvent, possibleEvents } from './event-choices';
import { eventWords } from './event-words';
import { useScenarios } from './use-scenarios';
import styles from './WhatIfTab.module.css';

interface ScenariosProps {
  readonly design: Design;
  /** What happens now in the tab. */
  readonly events: readonly ChosenEvent[];
  readonly onChoose: (events: readonly WhatIf[]) => void;
}

/** The scenarios that are kept for this design, and a field that keeps what is chosen as another. */
export function Scenarios({ design, events, onChoose }: ScenariosProps) {
  const { list, keep, remove } = useScenarios(design);
  const readOnly = useDocument((state) => state.readOnly);
  const resolved = resolvedOf(design).design;
  return (
    <>
      {events.length === 0 || readOnly ? null : (
        <KeepForm
          suggested={listed(events.map((event) => eventWords(design, event))).slice(0, longestScenarioName)}
          onKeep={(name) => keep({ name, events: [...events] })}
        />
      )}
      {list.length === 0 ? null : (
        <section>
          <h3 className={styles.title}>{t('Kept scenarios')}</h3>
          <ul className={styles.events}>
            {list.map((scenario) => {
              const possible = possibleEvents(resolved, scenario.events);
              return (
                <li key={scenario.name} className={styles.event}>
                  <button
                    type="button"
                    className={styles.scenario}
                    disabled={possible.length === 0}
                    data-tip={
                      possible.length === 0
                        ? t('The parts of this scenario are no longer in the design.')
                        : listed(possible.map((event) => eventWords(design, event)))
                    }
                    onClick={() => onChoose(possible)}
                  >
                    {scenario.name}
                  </button>
                  <Button
                    variant="quiet"
                    icon="trash"
                    aria-label={t('Delete the scenario {name}', { name: scenario.name })}
                    disabled={readOnly}
                    onClick={() => remove(scenario.name)}
                  />
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

interface KeepFormProps {
  /** Its name where none is written. */
  readonly suggested: string;
  readonly onKeep: (name: string) => void;
}

function KeepForm({ suggested, onKeep }: KeepFormProps) {
  const [name, setName] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    onKeep(name.trim() === '' ? suggested : name.trim());
    setName('');
  };
  return (
    <form className={styles.form} aria-label={t('Keep as a scenario')} onSubmit={onSubmit}>
      <input
        className={styles.name}
        aria-label={t('Name of the scenario')}
        placeholder={suggested}
        autoComplete="off"
        maxLength={longestScenarioName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setName('');
          event.currentTarget.blur();
        }}
      />
      <Button type="submit" className={styles.add} icon="save">
        {t('Keep')}
      </Button>
    </form>
  );
}
