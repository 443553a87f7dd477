import { useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import { resolvedOf } from '../../store/report';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { type ChosenEvent, type EventKind, eventOf, firstFactor, kindsFor, partsFor } from './event-choices';
import { choiceName, kindTitle } from './event-words';
import styles from './WhatIfTab.module.css';

interface EventFormProps {
  readonly design: Design;
  /** No more events can be added. */
  readonly full: boolean;
  readonly onAdd: (event: ChosenEvent) => void;
}

/** One more thing that happens: its kind, where, and by how much. */
export function EventForm({ design, full, onAdd }: EventFormProps) {
  const resolved = resolvedOf(design).design;
  const kinds = kindsFor(resolved);
  const [wantedKind, setKind] = useState<EventKind>('node-down');
  const [wantedPart, setPart] = useState('');
  const [factors, setFactors] = useState(firstFactor);
  const kind = kinds.includes(wantedKind) ? wantedKind : (kinds[0] ?? 'load');
  const parts = partsFor(resolved, kind);
  const part = parts.includes(wantedPart) ? wantedPart : (parts[0] ?? '');
  const factor = factors[kind];
  return (
    <form
      className={styles.form}
      aria-label={t('Add what happens')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!full) onAdd(eventOf(kind, part, factor ?? 1));
      }}
    >
      <Select
        className={styles.wide}
        label={t('What happens')}
        value={kind}
        options={kinds.map((value) => ({ value, title: kindTitle(value) }))}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      {parts.length === 0 ? null : (
        <Select
          className={factor === undefined ? styles.part : styles.partWithFactor}
          label={t('Where it happens')}
          value={part}
          options={parts.map((value) => ({ value, title: choiceName(design, value) }))}
          onChange={setPart}
        />
      )}
      {factor === undefined ? null : (
        <NumberField
          className={styles.factor}
          label={t('How many times')}
          unit="factor"
          min={0.01}
          max={1000}
          value={factor}
          onCommit={(value) => setFactors({ ...factors, [kind]: value ?? factor })}
        />
      )}
      <Button type="submit" className={styles.add} icon="plus" disabled={full}>
        {t('Add')}
      </Button>
    </form>
  );
}
