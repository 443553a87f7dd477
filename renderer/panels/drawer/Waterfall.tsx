import type { CSSProperties } from 'react';
import type { FlowFigures } from '../../../shared/analysis/analysis';
import { servesAll } from '../../../shared/analysis/targets';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { msText, rpsText, shareText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { approximationWords } from '../approximation-words';
import { goesOn } from '../completion-state';
import { ExplainedText, Figure, msOf } from '../Figure';
import { FollowRequest } from '../request-path/FollowRequest';
import { showPart } from '../show-part';
import { CompletionRow, PercentileRow } from './PercentileRow';
import styles from './Waterfall.module.css';
import { type WaterfallPart, waterfallOf } from './waterfall-parts';

/** The components of a flow's mean in sequence, the network in grey, and its percentiles against their targets. */
export function Waterfall({ flow }: { readonly flow: FlowFigures }) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const { parts, spanMs } = waterfallOf(resolvedOf(design).design, flow);
  const name = partName(design, flow.id);
  const targetMs = flow.targets.find((target) => target.metric === 'meanMs')?.target;
  const overlapMs = flow.overlapMs ?? 0;
  return (
    <section className={styles.waterfall} aria-label={t('Mean latency of {name} by component', { name })}>
      <header className={styles.head}>
        <h2>{name}</h2>
        <FlowVerdict flow={flow} />
        <FollowRequest flow={flow.id} />
      </header>
      <PercentileRow flow={flow} />
      {goesOn(flow) ? <CompletionRow flow={flow} /> : null}
      <ol
        className={styles.parts}
        data-target={targetMs === undefined ? undefined : ''}
        style={{ '--target': (targetMs ?? 0) / spanMs } as CSSProperties}
      >
        {parts.map((part) => (
          <PartLine key={part.node ?? 'network'} flow={flow.id} part={part} spanMs={spanMs} />
        ))}
      </ol>
      {overlapMs > 0 ? (
        <p className={styles.note}>
          {t('Parallel calls: {overlap} of this overlaps.', {
            overlap: msText(overlapMs),
          })}
        </p>
      ) : null}
      <p className={styles.note}>{t('Mean of each component, in call order.')}</p>
      {approximationWords(flow).map((words) => (
        <p key={words} className={styles.note}>
          {words}
        </p>
      ))}
    </section>
  );
}

/** The flow as a whole: the share that is served where not all is, else its mean. */
function FlowVerdict({ flow }: { readonly flow: FlowFigures }) {
  if (!servesAll(flow.servedShare))
    return (
      <span className={styles.broken}>
        {t('serves {share} of {rate} rps', {
          share: shareText(flow.servedShare),
          rate: rpsText(flow.rateRps),
        })}
      </span>
    );
  return (
    <span className={styles.mean}>
      {t('mean')} <Figure of={msOf(flow.meanMs)} name={{ part: flow.id, metric: 'meanMs' }} />
    </span>
  );
}

interface PartLineProps {
  readonly flow: string;
  readonly part: WaterfallPart;
  readonly spanMs: number;
}

function PartLine({ flow, part, spanMs }: PartLineProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const { node, layer, startMs, meanMs } = part;
  // The network is all of its calls' round trips together: the mean lists them.
  const name = { part: flow, metric: node === null ? 'meanMs' : `budget.${node}` };
  const bar = { '--from': startMs / spanMs, '--share': meanMs === null ? 0.18 : meanMs / spanMs };
  return (
    <li className={styles.part} data-layer={layer ?? undefined}>
      {node === null ? (
        <span className={styles.name}>{t('Network')}</span>
      ) : (
        <button type="button" className={styles.name} onClick={() => showPart(editor, node)}>
          {partName(design, node)}
        </button>
      )}
      <span className={styles.rail} aria-hidden="true">
        <span
          className={styles.bar}
          data-kind={node === null ? 'network' : meanMs === null ? 'unbounded' : 'node'}
          style={bar as CSSProperties}
        />
      </span>
      <span className={styles.value} data-unbounded={meanMs === null ? '' : undefined}>
        {meanMs === null ? (
          <ExplainedText name={name}>{t('unbounded')}</ExplainedText>
        ) : (
          <Figure of={msOf(meanMs)} name={name} />
        )}
      </span>
    </li>
  );
}
