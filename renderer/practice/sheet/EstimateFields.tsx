import { useId } from 'react';
import type { Attempt } from '../../../shared/practice/attempt';
import { estimated, withEvent } from '../../../shared/practice/attempt-events';
import type { EstimateVerdict } from '../../../shared/practice/check-estimates';
import { makeFlows } from '../../../shared/practice/make-flows';
import type { Estimate } from '../../../shared/practice/problem';
import { readEstimate } from '../../../shared/practice/typed-estimate';
import { perform } from '../../canvas/perform';
import { attemptOf, useAttempt } from '../../store/attempt';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t, wordsOf } from '../../words/t';
import { changeAttempt } from '../session';
import styles from './Sheet.module.css';
import { useEstimateVerdicts } from './use-estimate-verdicts';

const nothingTyped: Attempt['estimates'] = [];

/** The estimates, typed before they are checked; coach shows the arithmetic from the start. */
export function EstimateFields() {
  const editor = useEditor();
  const problem = useAttempt(({ attempt }) => attempt?.problem);
  const typed = useAttempt(({ attempt }) => attempt?.estimates ?? nothingTyped);
  const isChecked = useAttempt(
    ({ attempt }) => attempt?.events.some(({ kind }) => kind === 'estimates-checked') === true,
  );
  const isCoached = useAttempt(({ attempt }) => attempt?.way === 'coach');
  const design = useDocument((state) => state.design);
  const checked = useEstimateVerdicts(isChecked || isCoached ? problem : undefined, typed, design);
  if (problem === undefined || design === null) return null;
  const check = (): void =>
    changeAttempt(editor, (attempt) => withEvent(attempt, { kind: 'estimates-checked' }));
  return (
    <div className={styles.block}>
      <h3>{t('Estimates')}</h3>
      {problem.estimates.map((estimate) => (
        <EstimateField
          key={estimate.id}
          estimate={estimate}
          text={typed.find(({ id }) => id === estimate.id)?.text ?? ''}
          verdict={checked.verdicts.find((verdict) => verdict.estimate.id === estimate.id) ?? null}
        />
      ))}
      {checked.failure === null ? null : <p role="status">{checked.failure}</p>}
      <div className={styles.row}>
        <Button icon="check" disabled={isChecked} onClick={check}>
          {t('Check')}
        </Button>
        <Button icon="workflow" onClick={() => drawFlows(editor)}>
          {t('Make flows')}
        </Button>
      </div>
      <p className={styles.small}>
        {t('Make flows puts the rates at peak on the client, as typed where they are.')}
      </p>
    </div>
  );
}

/** The flows of the problem at peak, with the rates that were typed. */
function drawFlows(editor: Editor): void {
  const { attempt } = attemptOf(editor).getState();
  const design = editor.design();
  if (attempt === null || design === null) return;
  const { problem, estimates } = attempt;
  const rates = problem.estimates.flatMap(({ id, figure }) => {
    const value = estimates.find((estimate) => estimate.id === id)?.value ?? null;
    return figure !== undefined && 'flowRps' in figure && value !== null
      ? [[figure.flowRps, value] as const]
      : [];
  });
  perform(editor, makeFlows(design, problem, Object.fromEntries(rates)));
}

interface EstimateFieldProps {
  readonly estimate: Estimate;
  readonly text: string;
  readonly verdict: EstimateVerdict | null;
}

function EstimateField({ estimate, text, verdict }: EstimateFieldProps) {
  const editor = useEditor();
  const id = useId();
  const note = useId();
  const type = (next: string): void => {
    const read = readEstimate(next, estimate.unit);
    const value = next.trim() === '' ? null : { text: next, value: read.ok ? read.value : null };
    changeAttempt(editor, (attempt) => estimated(attempt, estimate.id, value));
  };
  return (
    <div className={styles.written}>
      <label htmlFor={id} translate="no">
        {estimate.title}
      </label>
      <input
        id={id}
        className={styles.input}
        autoComplete="off"
        aria-describedby={verdict === null ? undefined : note}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {verdict === null ? null : <Verdict id={note} verdict={verdict} />}
    </div>
  );
}

/** Whether an estimate is right, why, and the arithmetic. */
function Verdict({ id, verdict }: { readonly id: string; readonly verdict: EstimateVerdict }) {
  const { estimate, range, reason, conflicts, drawn } = verdict;
  const isRight = range === 'within';
  return (
    <div id={id} className={styles.verdict} data-right={isRight ? '' : undefined}>
      <Icon name={isRight ? 'circle-check' : 'circle-alert'} size={14} />
      <div>
        <p translate="no">{wordsOf(reason)}</p>
        <p translate="no">{estimate.why}</p>
        {conflicts.map((conflict) => (
          <p key={wordsOf(conflict)} translate="no">
            {wordsOf(conflict)}
          </p>
        ))}
        {drawn === null || drawn.agrees ? null : <p translate="no">{wordsOf(drawn.reason)}</p>}
      </div>
    </div>
  );
}
