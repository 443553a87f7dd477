import type { Design, Workload } from '../../../shared/model/schema';
import { makeRequestFlows } from '../../../shared/practice/make-flows';
import {
  firstRequests,
  type RequestClass,
  requestsOf,
  workbenchLines,
} from '../../../shared/practice/workbench';
import { perform } from '../../canvas/perform';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { quantityText } from '../../words/figures';
import { t, wordsOf } from '../../words/t';
import { type NumericField, workloadFields } from '../fields/workload-fields';
import styles from './Document.module.css';
import { FigureTable } from './FigureTable';
import { RequestRows } from './RequestRows';
import { draftOf, useDraft } from './request-draft';

/** From users and requests to rates, traffic and storage with the arithmetic, and from there to flows. */
export function Workbench({ design }: { readonly design: Design }) {
  const editor = useEditor();
  const draft = useDraft((state) => state.requests);
  const isWithheld = useAttempt(
    ({ attempt }) =>
      attempt?.way === 'exam' && !attempt.events.some(({ kind }) => kind === 'estimates-checked'),
  );
  const drawn = requestsOf(design);
  const requests = draft ?? (drawn.length === 0 ? firstRequests : drawn);
  const change = (next: readonly RequestClass[] | null): void => draftOf(editor).setState({ requests: next });
  const make = (): void => {
    if (perform(editor, makeRequestFlows(design, requests), { select: false })) change(null);
  };
  return (
    <div className={styles.entries}>
      <WorkloadRow workload={design.system.workload} />
      <RequestRows requests={requests} drawn={drawn} workload={design.system.workload} onChange={change} />
      <div className={styles.row}>
        <Button icon="workflow" disabled={draft === null && drawn.length > 0} onClick={make}>
          {t('Make flows')}
        </Button>
        {draft === null ? null : (
          <Button variant="quiet" icon="undo-2" onClick={() => change(null)}>
            {t('Discard changes')}
          </Button>
        )}
        <p className={styles.muted}>
          {drawn.length > 0 && draft === null
            ? t('The rows are the flows of the design.')
            : t('Make flows puts these classes of requests on the client, in one step that can be undone.')}
        </p>
      </div>
      {isWithheld ? (
        <p className={styles.muted}>{t('In an exam the arithmetic is shown after Check.')}</p>
      ) : (
        <>
          <Arithmetic workload={design.system.workload} requests={requests} />
          <FigureTable block="estimates" design={design} />
        </>
      )}
    </div>
  );
}

/** Those that the arithmetic of the estimates takes. */
const estimated: ReadonlySet<NumericField> = new Set<NumericField>([
  'dailyActiveUsers',
  'requestsPerUserPerDay',
  'peakFactor',
  'annualGrowth',
  'retentionYears',
]);
const estimateFields = workloadFields.filter(({ field }) => estimated.has(field));

function WorkloadRow({ workload }: { readonly workload: Workload | undefined }) {
  const { edit } = useEditor();
  return (
    <fieldset className={styles.card} aria-label={t('Workload')}>
      {estimateFields.map(({ field, title, shape }) => (
        <div key={field} className={styles.cell}>
          <Field label={t(title)} stacked>
            {(ids) => (
              <NumberField
                {...ids}
                {...shape}
                clearable
                value={workload?.[field] ?? null}
                emptyText={t('not set')}
                onCommit={(value) =>
                  edit(t('Change {field} of the workload', { field: t(title) }), [
                    { op: 'patch-workload', patch: { [field]: value } },
                  ])
                }
              />
            )}
          </Field>
        </div>
      ))}
    </fieldset>
  );
}

interface ArithmeticProps {
  readonly workload: Workload | undefined;
  readonly requests: readonly RequestClass[];
}

function Arithmetic({ workload, requests }: ArithmeticProps) {
  return (
    <figure className={styles.figure}>
      <figcaption>{t('Arithmetic')}</figcaption>
      <dl className={styles.sums} data-figures="">
        {workbenchLines(workload, requests).map(({ id, title, value, arithmetic }) => (
          <div key={id} className={styles.sum}>
            <dt>{t(title)}</dt>
            <dd>{value === null ? '–' : quantityText(value)}</dd>
            <dd className={styles.muted}>{wordsOf(arithmetic)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
