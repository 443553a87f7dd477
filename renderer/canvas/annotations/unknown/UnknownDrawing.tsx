import { fitText } from '../../../../shared/layout/text';
import { t } from '../../../words/t';
import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';

/** An annotation of a kind that is not known: a neutral box that says so. */
export function UnknownDrawing({ mark, box }: DrawingProps) {
  const words = fitText(t('Annotation “{kind}”', { kind: mark.kind }), box.width - 12, 12, 400);
  return (
    <>
      <rect className={styles.unknown} {...box} rx={4} />
      <text className={`${styles.text} ${styles.unknownText}`} x={box.x + 6} y={box.y + 17}>
        {words}
      </text>
    </>
  );
}
