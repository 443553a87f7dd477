import { possibleBases } from '../../../shared/model/rates';
import { rateOfShare } from '../../../shared/model/workload';
import { rateAsRatioOf, ratioText } from '../../canvas/rate-text';
import { useDocument } from '../../store/document';
import { resolvedOf } from '../../store/report';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { rpsText } from '../../words/figures';
import { t } from '../../words/t';
import { type FlowSectionProps, useSetFlowField } from './flow-section';

/** The peak rate: a number, a share of the workload where that is set, or a ratio of another flow where there is one. */
export function FlowRate({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const design = useDocument((state) => state.design);
  const whole = rateOfShare(design?.system.workload, 1);
  const { share, flow: base } = flow.rate;
  const way = base !== undefined ? 'ratio' : share !== undefined ? 'share' : 'rps';
  const first = design === null ? undefined : possibleBases(design, flow.id)[0]?.id;
  const turnInto = (kind: string): void => {
    const set = (rate: typeof flow.rate): void => setFlowField(resolved, 'rate', rate, t('Rate'));
    if (kind === 'share' && whole !== null && whole > 0)
      set({ share: Math.min(1, Number((resolved.rateRps / whole).toPrecision(4))) });
    if (kind === 'rps') set({ rps: Number(resolved.rateRps.toPrecision(6)) });
    const ratio =
      kind === 'ratio' && design !== null && first !== undefined
        ? rateAsRatioOf(design, flow.id, first)
        : null;
    if (ratio !== null) set(ratio);
  };
  const ways = [
    { value: 'rps', title: t('a number') },
    ...(whole === null && way !== 'share' ? [] : [{ value: 'share', title: t('a share') }]),
    ...(first === undefined && way !== 'ratio'
      ? []
      : [{ value: 'ratio', title: t('a ratio of another flow') }]),
  ];
  return (
    <>
      {ways.length === 1 ? null : (
        <Field label={t('Rate is')}>
          {(ids) => <Select {...ids} value={way} options={ways} onChange={turnInto} />}
        </Field>
      )}
      {way === 'rps' ? <RateInRps flow={flow} resolved={resolved} /> : null}
      {way === 'share' ? <RateAsShare flow={flow} resolved={resolved} whole={whole ?? 0} /> : null}
      {way === 'ratio' ? <RateAsRatio flow={flow} resolved={resolved} /> : null}
    </>
  );
}

function RateInRps({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  return (
    <Field field="rps" label={t('At peak')}>
      {(ids) => (
        <NumberField
          {...ids}
          unit="rps"
          value={flow.rate.rps ?? resolved.rateRps}
          onCommit={(rps) => {
            if (rps !== null) setFlowField(resolved, 'rate', { rps }, t('Rate'));
          }}
        />
      )}
    </Field>
  );
}

function RateAsShare({ flow, resolved, whole }: FlowSectionProps & { readonly whole: number }) {
  const setFlowField = useSetFlowField();
  return (
    <Field
      field="share"
      label={t('Of the workload')}
      note={t('{rate} rps of {whole} rps at peak', {
        rate: rpsText(resolved.rateRps),
        whole: rpsText(whole),
      })}
    >
      {(ids) => (
        <NumberField
          {...ids}
          unit="share"
          max={1}
          value={flow.rate.share ?? null}
          onCommit={(share) => {
            if (share !== null) setFlowField(resolved, 'rate', { share }, t('Rate'));
          }}
        />
      )}
    </Field>
  );
}

/** The flow that is followed, and its requests to one of this flow. */
function RateAsRatio({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const { flow: base = '', ratio = 1 } = flow.rate;
  const nameOf = (id: string): string => resolvedOf(design).flows.get(id)?.name ?? id;
  const follow = (id: string): void => {
    const rate = rateAsRatioOf(design, flow.id, id);
    if (rate !== null) setFlowField(resolved, 'rate', rate, t('Rate'));
  };
  return (
    <>
      <Field field="flow" label={t('Ratio of')}>
        {(ids) => (
          <Select
            {...ids}
            value={base}
            options={possibleBases(design, flow.id).map(({ id }) => ({ value: id, title: nameOf(id) }))}
            onChange={follow}
          />
        )}
      </Field>
      <Field
        field="ratio"
        label={t('{flow} to one', { flow: nameOf(base) })}
        note={t('{ratio}: {rate} rps at peak', {
          ratio: ratioText(design, resolved) ?? '',
          rate: rpsText(resolved.rateRps),
        })}
      >
        {(ids) => (
          <NumberField
            {...ids}
            unit="count"
            value={ratio > 0 ? Number((1 / ratio).toPrecision(6)) : null}
            onCommit={(toOne) => {
              if (toOne !== null && toOne > 0)
                setFlowField(resolved, 'rate', { flow: base, ratio: 1 / toOne }, t('Rate'));
            }}
          />
        )}
      </Field>
    </>
  );
}
