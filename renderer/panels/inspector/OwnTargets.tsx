import { flowsWithOwnTargets } from '../../../shared/edits/targets';
import type { Design } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import styles from './Inspector.module.css';

interface OwnTargetsProps {
  readonly design: Design;
  readonly metrics: readonly string[];
}

/** The flows that a target of the design does not change, since they have their own; a press opens it. */
export function OwnTargets({ design, metrics }: OwnTargetsProps) {
  const editor = useEditor();
  const flows = flowsWithOwnTargets(design, metrics);
  if (flows.length === 0) return null;
  return (
    <p className={styles.note}>
      {t('Flows with a target of their own, which takes precedence:')}
      {flows.map(({ id }) => (
        <button
          key={id}
          type="button"
          className={styles.ownTarget}
          onClick={() => showPart(editor, id, 'targets')}
        >
          <bdi>{partName(design, id)}</bdi>
        </button>
      ))}
    </p>
  );
}
