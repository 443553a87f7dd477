import type { ColouredOverlay } from '../../shared/diagram/overlay-ids';
import { overlayLegend } from '../../shared/diagram/overlay-legend';
import { useChosenFlow } from '../store/chosen-flow';
import { useDocument } from '../store/document';
import { language } from '../words/language';
import { partName } from '../words/part-names';
import styles from './OverlayLegend.module.css';

/** What the colours of the cards mean, and from where on each is used. */
export function OverlayLegend({ overlay }: { readonly overlay: ColouredOverlay }) {
  const flow = useChosenFlow();
  const name = useDocument(({ design }) =>
    design === null || flow === null ? '' : partName(design, flow.id),
  );
  const { title, labels } = overlayLegend(overlay, name, language());
  return (
    <figure className={styles.legend} data-floating="" aria-label={title}>
      <figcaption className={styles.title} data-tip={title}>
        {title}
      </figcaption>
      <ol className={styles.steps}>
        {labels.map((label, level) => (
          <li key={label}>
            <span className={styles.swatch} data-level={level} />
            {label}
          </li>
        ))}
      </ol>
    </figure>
  );
}
