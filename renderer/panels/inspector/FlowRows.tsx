import type { ResolvedFlow } from '../../../shared/catalog/resolved';
import type { Flow } from '../../../shared/model/schema';
import { ratioText } from '../../canvas/rate-text';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { Figure, rpsOf } from '../Figure';
import styles from './FlowRows.module.css';

/** '100 : 1 of Redirect', of a flow whose rate follows another's. */
function Ratio({ flow }: { readonly flow: ResolvedFlow | undefined }) {
  const design = useDocument((state) => state.design);
  const ratio = design === null || flow === undefined ? null : ratioText(design, flow);
  return ratio === null ? null : <span className={styles.kind}>{ratio}</span>;
}

/** A line a flow; a press opens it in the inspector. */
export function FlowRows({ flows }: { readonly flows: readonly Flow[] }) {
  const { selectFlow } = useEditor();
  const resolved = useDocument((state) => (state.design === null ? null : resolvedOf(state.design).flows));
  return (
    <ul className={styles.rows}>
      {flows.map((flow) => (
        <li key={flow.id}>
          <button type="button" className={styles.row} onClick={() => selectFlow(flow.id)}>
            <span className={styles.name}>{resolved?.get(flow.id)?.name ?? flow.id}</span>
            <span className={styles.kind}>{flow.kind === 'read' ? t('read') : t('write')}</span>
            <Ratio flow={resolved?.get(flow.id)} />
            <Figure of={rpsOf(resolved?.get(flow.id)?.rateRps)} className={styles.rate} />
            <Icon name="chevron-right" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
