import type { Workload } from '../../../shared/model/schema';
import { peakRpsOf, type RequestClass } from '../../../shared/practice/workbench';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { rateText } from '../../words/figures';
import { t } from '../../words/t';
import { TextField } from '../fields/TextField';
import styles from './Document.module.css';

interface RequestRowsProps {
  readonly requests: readonly RequestClass[];
  /** Those of them that are flows. */
  readonly drawn: readonly RequestClass[];
  readonly workload: Workload | undefined;
  readonly onChange: (requests: readonly RequestClass[]) => void;
}

const sizes = [
  { field: 'requestBytes', title: 'Request' },
  { field: 'responseBytes', title: 'Response' },
  { field: 'storedBytes', title: 'Stored' },
] as const;

/** The classes of requests as a table to edit. */
export function RequestRows({ requests, drawn, workload, onChange }: RequestRowsProps) {
  const replace = (at: number, request: RequestClass): void => onChange(requests.with(at, request));
  const addRow = (): void =>
    onChange([
      ...requests,
      {
        id: freeRowId(requests),
        name: t('Requests'),
        kind: 'read',
        rate: { share: 0.1 },
        requestBytes: 500,
        responseBytes: 1_000,
        storedBytes: 0,
      },
    ]);
  return (
    <figure className={styles.figure}>
      <figcaption>{t('Requests')}</figcaption>
      <div className={styles.wide}>
        <table className={styles.table} aria-label={t('Requests')} data-inputs="">
          <thead>
            <tr>
              <th scope="col">{t('Name')}</th>
              <th scope="col">{t('Kind')}</th>
              <th scope="col">{t('Share or rate')}</th>
              <th scope="col" data-align="right">
                {t('At peak')}
              </th>
              {sizes.map(({ field, title }) => (
                <th key={field} scope="col">
                  {t(title)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('Delete')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {requests.map((request, at) => (
              <RequestRow
                key={request.id}
                request={request}
                requests={requests}
                workload={workload}
                onChange={(next) => replace(at, next)}
                onDelete={
                  drawn.some(({ id }) => id === request.id) || requests.length === 1
                    ? null
                    : () => onChange(requests.toSpliced(at, 1))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button icon="plus" onClick={addRow}>
          {t('Add a class of requests')}
        </Button>
      </div>
    </figure>
  );
}

/** An id that no row has. */
function freeRowId(requests: readonly RequestClass[]): string {
  let number = requests.length + 1;
  while (requests.some(({ id }) => id === `requests-${number}`)) number += 1;
  return `requests-${number}`;
}

interface RequestRowProps {
  readonly request: RequestClass;
  /** All rows: a rate may be a ratio of another. */
  readonly requests: readonly RequestClass[];
  readonly workload: Workload | undefined;
  readonly onChange: (request: RequestClass) => void;
  /** null for a flow of the design, which is deleted on the canvas, and for the last row. */
  readonly onDelete: (() => void) | null;
}

function RequestRow({ request, requests, workload, onChange, onDelete }: RequestRowProps) {
  const { name, kind, rate } = request;
  const peakRps = peakRpsOf(request, workload, requests);
  return (
    <tr>
      <td>
        <TextField
          label={t('Name')}
          value={name}
          onCommit={(text) => onChange({ ...request, name: text.trim() === '' ? name : text.trim() })}
        />
      </td>
      <td>
        <Select
          label={t('Kind of {name}', { name })}
          value={kind}
          options={[
            { value: 'read', title: t('reads') },
            { value: 'write', title: t('writes') },
          ]}
          onChange={(next) => onChange({ ...request, kind: next === 'write' ? 'write' : 'read' })}
        />
      </td>
      <td>
        <RateField
          name={name}
          rate={rate}
          baseName={requests.find(({ id }) => id === rate.flow)?.name ?? ''}
          onChange={(next) => onChange({ ...request, rate: next })}
        />
      </td>
      <td data-align="right">{peakRps === null ? '–' : rateText(peakRps)}</td>
      {sizes.map(({ field, title }) => (
        <td key={field}>
          <NumberField
            label={t('{size} of {name}', { size: t(title), name })}
            unit="bytes"
            value={request[field]}
            onCommit={(value) => onChange({ ...request, [field]: value ?? 0 })}
          />
        </td>
      ))}
      <td>
        {onDelete === null ? null : (
          <Button
            variant="quiet"
            icon="trash-2"
            aria-label={t('Delete {name}', { name })}
            onClick={onDelete}
          />
        )}
      </td>
    </tr>
  );
}

interface RateFieldProps {
  readonly name: string;
  readonly rate: RequestClass['rate'];
  /** Name of the class that the rate is a ratio of. */
  readonly baseName: string;
  readonly onChange: (rate: RequestClass['rate']) => void;
}

/** A rate in the way in which it is given: a number, a share of the workload, a ratio of another class. */
function RateField({ name, rate, baseName, onChange }: RateFieldProps) {
  if (rate.flow !== undefined)
    return (
      <NumberField
        label={t('{name} for each of {base}', { name, base: baseName })}
        unit="factor"
        value={rate.ratio ?? null}
        onCommit={(ratio) => {
          if (ratio !== null) onChange({ ...rate, ratio });
        }}
      />
    );
  const isShare = rate.rps === undefined;
  return (
    <NumberField
      label={isShare ? t('Share of {name}', { name }) : t('Rate of {name}', { name })}
      unit={isShare ? 'share' : 'rps'}
      value={rate.rps ?? rate.share ?? null}
      onCommit={(value) => {
        if (value !== null) onChange(isShare ? { share: value } : { rps: value });
      }}
    />
  );
}
