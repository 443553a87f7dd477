import type { PracticeEvent, Problem } from '../../../shared/practice/problem';
import {
  choiceOf,
  type EventChoice,
  eventChoices,
  eventOf,
  newFollowUp,
  partsOfEvent,
} from '../../../shared/practice/problem-entries';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { Entries } from './Entries';
import type { PartProps } from './InterviewParts';
import styles from './MakeProblemDialog.module.css';
import { TextRow } from './TextRow';
import { keyOf } from './use-survival';

interface FollowUpListProps extends PartProps {
  /** What the reference makes of each event; null where it has nothing that it could happen to. */
  readonly survives: ReadonlyMap<string, boolean | null>;
}

/** What the interviewer changes in the middle of the deep dive. Whether the reference survives it is computed. */
export function FollowUpList({ problem, survives, onChange }: FollowUpListProps) {
  const { followUps } = problem;
  return (
    <Entries
      title={t('Follow-up')}
      about={t('One of them is drawn in the deep dive and put on the candidate’s design.')}
      entries={followUps}
      onChange={(next) => onChange({ followUps: next })}
      fields={(followUp, write) => (
        <>
          <TextRow
            label={t('Title')}
            value={followUp.title}
            onWrite={(title) => write({ ...followUp, title })}
          />
          <EventFields
            problem={problem}
            event={followUp.event}
            onChange={(event) => write({ ...followUp, event })}
          />
          <TextRow
            label={t('What the interviewer says of it')}
            value={followUp.text}
            onWrite={(text) => write({ ...followUp, text })}
          />
          <p className={styles.verdict}>{survivalWords(survives.get(keyOf(followUp)))}</p>
        </>
      )}
      add={
        <Button icon="plus" onClick={() => onChange({ followUps: [...followUps, newFollowUp(problem)] })}>
          {t('Add a follow-up')}
        </Button>
      }
    />
  );
}

function survivalWords(survives: boolean | null | undefined): string {
  if (survives === undefined) return t('Working it out…');
  if (survives === null) return t('The reference has nothing that this could happen to.');
  return survives ? t('The reference goes on serving every flow.') : t('The reference fails at it.');
}

interface EventFieldsProps {
  readonly problem: Problem;
  readonly event: PracticeEvent;
  readonly onChange: (event: PracticeEvent) => void;
}

function EventFields({ problem, event, onChange }: EventFieldsProps) {
  const choice = choiceOf(event);
  const parts = partsOfEvent(event, problem);
  const has = new Set<string>(eventChoices.find(({ id }) => id === choice)?.has);
  const choose = (id: EventChoice, patch: Partial<typeof parts> = {}): void =>
    onChange(eventOf(id, { ...parts, ...patch }));
  return (
    <>
      <Field label={t('What happens')} stacked>
        {(ids) => (
          <Select
            id={ids.id}
            value={choice}
            options={eventChoices.map(({ id, title }) => ({ value: id, title: t(title) }))}
            onChange={(next) => choose(eventChoices.find(({ id }) => id === next)?.id ?? choice)}
          />
        )}
      </Field>
      {has.has('role') ? (
        <Field label={t('Component')} stacked>
          {(ids) => (
            <Select
              id={ids.id}
              value={parts.role}
              options={problem.roles.map(({ id, title }) => ({ value: id, title }))}
              onChange={(role) => choose(choice, { role })}
            />
          )}
        </Field>
      ) : null}
      {has.has('factor') ? (
        <Amount label={t('Factor')} value={parts.factor} onWrite={(factor) => choose(choice, { factor })} />
      ) : null}
      {has.has('years') ? (
        <Amount label={t('Years')} value={parts.years} onWrite={(years) => choose(choice, { years })} />
      ) : null}
    </>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly onWrite: (value: number) => void;
}

function Amount({ label, value, onWrite }: AmountProps) {
  return (
    <Field label={label} stacked>
      {(ids) => (
        <NumberField
          id={ids.id}
          unit="count"
          min={0}
          max={100}
          value={value}
          onCommit={(next) => onWrite(next ?? value)}
        />
      )}
    </Field>
  );
}
