import { rateOfShare } from '../../../shared/model/workload';
import { useDocument } from '../../store/document';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { rpsText } from '../../words/figures';
import { t } from '../../words/t';
import { type FlowSectionProps, useSetFlowField } from './flow-section';

/** The peak rate: a number, or a share of the workload where that is set. */
export function FlowRate({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const workload = useDocument((state) => state.design?.system.workload);
  const whole = rateOfShare(workload, 1);
  const share = flow.rate.share;
  const title = t('Rate');
  const turnInto = (kind: string): void => {
    if (kind === 'share' && whole !== null && whole > 0)
      setFlowField(
        resolved,
        'rate',
        { share: Math.min(1, Number((resolved.rateRps / whole).toPrecision(4))) },
        title,
      );
    if (kind === 'rps')
      setFlowField(resolved, 'rate', { rps: Number(resolved.rateRps.toPrecision(6)) }, title);
  };
  return (
    <>
      {whole === null && share === undefined ? null : (
        <Field label={t('Rate is')}>
          {(ids) => (
            <Select
              {...ids}
              value={share === undefined ? 'rps' : 'share'}
              options={[
                { value: 'rps', title: t('a number') },
                { value: 'share', title: t('a share') },
              ]}
              onChange={turnInto}
            />
          )}
        </Field>
      )}
      {share === undefined ? (
        <Field field="rps" label={t('At peak')}>
          {(ids) => (
            <NumberField
              {...ids}
              unit="rps"
              value={flow.rate.rps ?? resolved.rateRps}
              onCommit={(rps) => {
                if (rps !== null) setFlowField(resolved, 'rate', { rps }, title);
              }}
            />
          )}
        </Field>
      ) : (
        <Field
          field="share"
          label={t('Of the workload')}
          note={t('{rate} rps of {whole} rps at peak', {
            rate: rpsText(resolved.rateRps),
            whole: rpsText(whole ?? 0),
          })}
        >
          {(ids) => (
            <NumberField
              {...ids}
              unit="share"
              max={1}
              value={share}
              onCommit={(value) => {
                if (value !== null) setFlowField(resolved, 'rate', { share: value }, title);
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
