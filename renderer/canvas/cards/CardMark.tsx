import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { useDetail } from '../detail';
import { useCardFigures, useWaitsOn } from '../figure-store';
import { useWorst, useWorstWords } from '../findings';
import styles from './CardMark.module.css';

/** The mark of a card's worst finding; a click selects the card and opens its findings. */
export function CardMark({ id }: { readonly id: string }) {
  const editor = useEditor();
  const severity = useWorst(id);
  const words = useWorstWords(id);
  const shows = useView((state) => state.figures);
  if (severity === null || !shows) return null;
  return (
    <button
      type="button"
      className={`nodrag nopan ${styles.mark}`}
      data-severity={severity}
      aria-label={severity === 'error' ? t('Error: {words}', { words }) : t('Warning: {words}', { words })}
      data-tip={words}
      onClick={(event) => {
        event.stopPropagation();
        editor.select([id]);
        editor.setView({ inspectorTab: 'findings' });
      }}
    >
      <Icon name={severity === 'error' ? 'circle-alert' : 'triangle-alert'} size={14} fixed />
    </button>
  );
}

/** "bottleneck", "waits on Links": on the upper edge, beside the mark. */
export function CardPills({ id }: { readonly id: string }) {
  const figures = useCardFigures(id);
  const waitsOn = useWaitsOn(id);
  const marked = useWorst(id) !== null;
  const detail = useDetail();
  const shows = useView((state) => state.figures);
  if (!shows || detail === 'tile' || detail === 'dot') return null;
  const isSaturated = figures?.state === 'saturated';
  const isBottleneck = figures?.bottleneck === true && !isSaturated;
  const missed = figures?.missedTargets ?? 0;
  if (!isBottleneck && waitsOn === null && missed === 0) return null;
  return (
    <span className={styles.pills} data-marked={marked}>
      {isBottleneck ? <span className={styles.pill}>{t('bottleneck')}</span> : null}
      {missed === 0 ? null : (
        <span className={styles.pill} data-tone="error">
          {t('{count, plural, one {# target missed} other {# targets missed}}', { count: missed })}
        </span>
      )}
      {waitsOn === null ? null : (
        <span className={styles.pill} data-tone="error">
          {t('waits on {name}', { name: waitsOn })}
        </span>
      )}
    </span>
  );
}
