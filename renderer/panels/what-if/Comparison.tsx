import type { TargetFigures } from '../../../shared/analysis/analysis';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import { noFigure } from '../../../shared/math/format';
import type { Design } from '../../../shared/model/schema';
import { type Consequences, type FlowState, metOf } from '../../../shared/rules/consequences';
import { useEditor } from '../../store/editors';
import { countText, exactText, quantityText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { ExplainedText, type Measure } from '../Figure';
import { showPart } from '../show-part';
import styles from './WhatIfTab.module.css';

interface ComparisonProps {
  readonly design: Design;
  readonly consequences: Consequences;
}

/** Each flow, and the whole design, now and while the events last. */
export function Comparison({ design, consequences }: ComparisonProps) {
  const titles = [t('served'), t('p99'), t('availability'), t('targets met'), t('cost')];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('Flow')}
          </th>
          {titles.map((title) => (
            <th key={title} scope="colgroup" colSpan={2} className={styles.group}>
              {title}
            </th>
          ))}
        </tr>
        <tr>
          {titles.map((title) => (
            <NowAndThen key={title} />
          ))}
        </tr>
      </thead>
      <tbody>
        <WholeRow consequences={consequences} />
        {consequences.now.flows.map((now, at) => {
          const then = consequences.after.flows[at];
          return then === undefined ? null : (
            <FlowRow key={now.id} name={partName(design, now.id)} now={now} then={then} />
          );
        })}
      </tbody>
    </table>
  );
}

const NowAndThen = () => (
  <>
    <th scope="col" className={styles.now}>
      {t('now')}
    </th>
    <th scope="col" className={styles.then}>
      {t('then')}
    </th>
  </>
);

function WholeRow({ consequences: { now, after } }: { readonly consequences: Consequences }) {
  const targetsOf = (state: Consequences['now']): readonly TargetFigures[] => [
    ...state.flows.flatMap(({ targets }) => targets),
    ...state.otherTargets.flatMap(({ targets }) => targets),
  ];
  return (
    <tr className={styles.whole}>
      <th scope="row">{t('Whole design')}</th>
      <td className={styles.now} />
      <td className={styles.then} />
      <td className={styles.now} />
      <td className={styles.then} />
      <Pair
        name={{ part: 'totals', metric: 'availability' }}
        now={now.availability}
        then={after.availability}
        as={availabilityOf}
        better="more"
      />
      <TargetsPair now={targetsOf(now)} then={targetsOf(after)} />
      <Pair
        name={{ part: 'totals', metric: 'monthlyCostUsd' }}
        now={now.monthlyCostUsd}
        then={after.monthlyCostUsd}
        as={usdOf}
        better="less"
      />
    </tr>
  );
}

interface FlowRowProps {
  readonly name: string;
  readonly now: FlowState;
  readonly then: FlowState;
}

function FlowRow({ name, now, then }: FlowRowProps) {
  const editor = useEditor();
  const nameOf = (metric: string): FigureName => ({ part: now.id, metric });
  return (
    <tr className={styles.line}>
      <th scope="row">
        <button type="button" className={styles.flow} onClick={() => showPart(editor, now.id)}>
          {name}
        </button>
        <span className={styles.survival} data-verdict={then.survives ? 'met' : 'missed'}>
          {then.survives ? t('survives') : t('fails')}
        </span>
      </th>
      <Pair
        name={nameOf(servedOf(now) === now.servedShare ? 'servedShare' : 'availability')}
        now={servedOf(now)}
        then={servedOf(then)}
        as={shareMeasure}
        better="more"
      />
      <Pair
        name={nameOf('p99Ms')}
        now={p99Of(now)}
        then={p99Of(then)}
        as={msMeasure}
        better="less"
        unbounded
      />
      <Pair
        name={nameOf('availability')}
        now={now.availability}
        then={then.availability}
        as={availabilityOf}
        better="more"
      />
      <TargetsPair now={now.targets} then={then.targets} />
      <Pair
        name={nameOf('usdPerMillionRequests')}
        now={now.usdPerMillionRequests}
        then={then.usdPerMillionRequests}
        as={usdOf}
        text={perMillionText}
        better="less"
      />
    </tr>
  );
}

/** A flow that cannot succeed serves nothing, however much of it reaches the component that is down. */
const servedOf = ({ servedShare, availability }: FlowState): number =>
  availability === null || availability <= 0 ? 0 : servedShare;

const p99Of = (flow: FlowState): number | null => (servedOf(flow) === 0 ? null : flow.p99Ms);

const perMillionText = (usd: number): string => t('USD {count}/million', { count: countText(usd) });

const availabilityOf = (availability: number): Measure => ({ availability });
const usdOf = (usd: number): Measure => ({ usd });
const shareMeasure = (share: number): Measure => ({ share });
const msMeasure = (ms: number): Measure => ({ ms });

interface PairProps {
  /** The figure as it is now: it opens how it came about. */
  readonly name: FigureName;
  readonly now: number | null;
  readonly then: number | null;
  readonly as: (value: number) => Measure;
  /** In place of the usual way to write it. */
  readonly text?: (value: number) => string;
  readonly better: 'more' | 'less';
  /** A figure that does not exist is worse than any that does. */
  readonly unbounded?: boolean;
}

/** A figure now and then; what is worse is red, what is better green, and both say so. */
function Pair({ name, now, then, as, text, better, unbounded = false }: PairProps) {
  const shown = (value: number | null): string =>
    value === null ? noFigure : text === undefined ? quantityText(as(value)) : text(value);
  const exact = (value: number | null): string | undefined =>
    value === null ? undefined : exactText(as(value));
  const tone = toneOf(now, then, better, unbounded);
  const isSame = shown(now) === shown(then);
  return (
    <>
      <td className={styles.now}>
        <ExplainedText name={name} tip={exact(now)}>
          {shown(now)}
        </ExplainedText>
      </td>
      <td className={styles.then} data-tone={isSame ? undefined : tone}>
        <span data-tip={exact(then)}>{shown(then)}</span>
        {isSame || tone === undefined ? null : (
          <span className={styles.spoken}>{tone === 'worse' ? t('worse') : t('better')}</span>
        )}
      </td>
    </>
  );
}

function toneOf(
  now: number | null,
  then: number | null,
  better: 'more' | 'less',
  unbounded: boolean,
): 'better' | 'worse' | undefined {
  if (now === null || then === null) {
    if (!unbounded || now === then) return undefined;
    return then === null ? 'worse' : 'better';
  }
  if (now === then) return undefined;
  return then > now === (better === 'more') ? 'better' : 'worse';
}

interface TargetsPairProps {
  readonly now: readonly TargetFigures[];
  readonly then: readonly TargetFigures[];
}

function TargetsPair({ now, then }: TargetsPairProps) {
  const [before, after] = [metOf(now), metOf(then)];
  const text = ({ met, all }: { readonly met: number; readonly all: number }): string =>
    all === 0 ? noFigure : t('{met} of {all}', { met, all });
  const tone = after.met === before.met ? undefined : after.met > before.met ? 'better' : 'worse';
  return (
    <>
      <td className={styles.now}>{text(before)}</td>
      <td className={styles.then} data-tone={tone}>
        {text(after)}
      </td>
    </>
  );
}
