import type { Finding } from '../../../shared/rules/rule';
import { takeQuickFix } from '../../canvas/take-quick-fix';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import styles from './FindingItem.module.css';
import { useFixEffect } from './use-fix-effect';

interface MendButtonProps {
  readonly finding: Finding;
  readonly title: string;
}

/** Takes the mend of a finding; pointed at or focused it says what that does to the figures. */
export function MendButton({ finding, title }: MendButtonProps) {
  const editor = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const { lines, ask } = useFixEffect(finding);
  return (
    <button
      type="button"
      className={styles.mend}
      disabled={readOnly}
      // Empty until it is worked out; the tooltip waits for it.
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
