import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Change } from '../../../shared/model/changes';
import type { Finding } from '../../../shared/rules/rule';
import { quickFixOf, takeQuickFix } from '../../canvas/take-quick-fix';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import styles from './FindingItem.module.css';
import { useFixEffect } from './use-fix-effect';

interface FixButtonProps {
  readonly finding: Finding;
  readonly title: string;
}

/** Applies the quick fix of a finding; hovered or focused, its tooltip shows the effect on the figures, and the canvas what it would draw. */
export function FixButton({ finding, title }: FixButtonProps) {
  const editor = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const { lines, ask } = useFixEffect(finding);
  const { show, hide, hideOnEscape } = useFixPreview(finding);
  const showAll = (): void => {
    ask();
    show();
  };
  return (
    <button
      type="button"
      className={styles.quickFix}
      disabled={readOnly}
      // Empty until it is computed; the tooltip waits for it.
      data-tip={lines?.join('\n') ?? ''}
      onPointerEnter={showAll}
      onPointerLeave={hide}
      onFocus={showAll}
      onBlur={hide}
      onKeyDown={hideOnEscape}
      onClick={() => {
        hide();
        const design = editor.design();
        if (design !== null) takeQuickFix(editor, finding, design);
      }}
    >
      {title}
    </button>
  );
}

/** Shows on the canvas what the quick fix of a finding would do. It ends with the button. */
function useFixPreview(finding: Finding): {
  readonly show: () => void;
  readonly hide: () => void;
  readonly hideOnEscape: (event: KeyboardEvent) => void;
} {
  const editor = useEditor();
  const shown = useRef<readonly Change[] | null>(null);
  const isShown = (): boolean =>
    shown.current !== null && editor.view.getState().previewedFix === shown.current;
  const hide = (): void => {
    // That of another button stays.
    if (isShown()) editor.setView({ previewedFix: null });
  };
  useEffect(
    () => () => {
      if (editor.view.getState().previewedFix === shown.current) editor.setView({ previewedFix: null });
    },
    [editor],
  );
  return {
    show() {
      const design = editor.design();
      shown.current = design === null ? null : (quickFixOf(finding, design)?.changes ?? null);
      editor.setView({ previewedFix: shown.current });
    },
    hide,
    hideOnEscape(event) {
      if (event.key !== 'Escape' || !isShown()) return;
      // The panel around it closes by the next Escape.
      event.stopPropagation();
      hide();
    },
  };
}
