import type { Finding } from '../../../shared/rules/rule';
import { takeQuickFix } from '../../canvas/take-quick-fix';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import styles from './FindingItem.module.css';
import { useFixEffect } from './use-fix-effect';

interface FixButtonProps {
  readonly finding: Finding;
  readonly title: string;
}

/** Applies the quick fix of a finding; hovered or focused, its tooltip shows the effect on the figures. */
export function FixButton({ finding, title }: FixButtonProps) {
  const editor = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const { lines, ask } = useFixEffect(finding);
  return (
    <button
      type="button"
      className={styles.quickFix}
      disabled={readOnly}
      // Empty until it is computed; the tooltip waits for it.
      data-tip={lines?.join('\n') ?? ''}
      onPointerEnter={ask}
      onFocus={ask}
      onClick={() => {
        const design = editor.design();
        if (design !== null) takeQuickFix(editor, finding, design);
      }}
    >
      {title}
    </button>
  );
}
