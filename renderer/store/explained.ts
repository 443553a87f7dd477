import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { type Editor, useEditor } from './editors';

/** Opens how a figure came about beside the element that shows it. */
export function explainAt(editor: Editor, figure: FigureName, element: Element): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  editor.setView({ explained: { trail: [figure], at: { x, y, width, height } } });
}

/** What opens the explanation of the figure that an element shows, by a click or by Enter on it. */
export function useExplain(): (figure: FigureName, element: Element) => void {
  const editor = useEditor();
  return (figure, element) => explainAt(editor, figure, element);
}
