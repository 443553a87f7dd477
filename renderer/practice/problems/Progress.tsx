import { percentText } from '../../words/figures';
import { listed, t } from '../../words/t';
import styles from '../Room.module.css';

const width = 160;
const height = 32;
const inset = 4;

/** The scores of the attempts at a problem over time, the earliest first; nothing where one line says as much. */
export function Progress({ scores }: { readonly scores: readonly number[] }) {
  if (scores.length < 2) return null;
  const at = (score: number, index: number): string => {
    const x = inset + (index * (width - 2 * inset)) / (scores.length - 1);
    return `${x.toFixed(1)},${(height - inset - score * (height - 2 * inset)).toFixed(1)}`;
  };
  return (
    <svg
      role="img"
      aria-label={t('Scores over time: {scores}', { scores: listed(scores.map(percentText)) })}
      width={width}
      height={height}
      className={styles.progress}
    >
      <polyline points={scores.map(at).join(' ')} fill="none" />
    </svg>
  );
}
