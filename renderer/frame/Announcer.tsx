import { useEffect, useState } from 'react';
import type { DocumentState } from '../store/document';
import { useEditor } from '../store/editors';
import { t } from '../words/t';

/** Steps that follow one another faster are said as one: the last. */
const quietMs = 300;

/** What a change of the document is called, or null where its history did not change. */
export function changeWords(now: DocumentState, before: DocumentState): string | null {
  if (now.design === null || now.design.id !== before.design?.id || now.past === before.past) return null;
  if (now.past.length < before.past.length && now.future.length > before.future.length)
    return t('Undone: {step}', { step: before.past.at(-1)?.label ?? '' });
  const step = now.past.at(-1);
  if (step === undefined) return null;
  const isRedone = before.future.some(({ delta }) => delta === step.delta);
  return isRedone ? t('Redone: {step}', { step: step.label }) : step.label;
}

/** Says each step of editing to a screen reader, once it has nothing else to say. */
export function Announcer() {
  const editor = useEditor();
  const [words, setWords] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.document.subscribe((now, before) => {
      const next = changeWords(now, before);
      if (next === null) return;
      clearTimeout(timer);
      timer = setTimeout(() => setWords(next), quietMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor]);
  return (
    <p role="log" aria-live="polite" aria-atomic="true" aria-label={t('Changes')} className="visually-hidden">
      {words}
    </p>
  );
}
