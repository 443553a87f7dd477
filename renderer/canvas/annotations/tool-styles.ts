import { createStore } from 'zustand/vanilla';
import type { AnnotationId } from '../../../shared/layout/annotations/index';
import { type Editor, editorHook, perEditor } from '../../store/editors';
import { type MarkStyle, type WrittenStyle, writtenStyle } from './mark-style';

type ToolStyles = Readonly<Partial<Record<AnnotationId, MarkStyle>>>;

/** The style that each kind of annotation is drawn in next: the one that was chosen last. */
const stylesOf = perEditor(() => createStore<ToolStyles>(() => ({})));

export const useToolStyles = editorHook(stylesOf);

export const toolStyle = (editor: Editor, kind: AnnotationId): WrittenStyle =>
  writtenStyle(stylesOf(editor).getState()[kind] ?? {});

/** What is chosen for a kind; the fields that are left out stay. */
export function chooseStyle(editor: Editor, kind: AnnotationId, style: MarkStyle): void {
  const store = stylesOf(editor);
  store.setState({ [kind]: { ...store.getState()[kind], ...style } });
}
