import { type ReactNode, useEffect, useRef } from 'react';
import { activate, type Editor, EditorContext } from '../store/editors';

/** What a person does in a pane makes its editor the active one, after what loses the focus has kept its text. */
const activating = ['focusin', 'pointerup', 'contextmenu'] as const;

interface EditorPaneProps {
  readonly editor: Editor;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The place of one editor in the window: all in it reads this editor. */
export function EditorPane({ editor, className, children }: EditorPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const listeners = new AbortController();
    for (const type of activating)
      element.addEventListener(type, () => activate(editor), { capture: true, signal: listeners.signal });
    return () => listeners.abort();
  }, [editor]);
  return (
    <EditorContext value={editor}>
      <div ref={pane} className={className}>
        {children}
      </div>
    </EditorContext>
  );
}
