import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { type Editor, useEditor } from './editors';

/** An element, or a place in the window, that an explanation is shown beside. */
export type Anchor = Pick<Element, 'getBoundingClientRect'>;

/** Opens how a figure came about beside the element that shows it; `load` is that of a figure which is not of the load that is shown. */
export function explainAt(
  editor: Editor,
  figure: FigureName,
  element: Anchor,
  load: number | null = null,
): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  editor.setView({ explained: { trail: [figure], at: { x, y, width, height }, load } });
}

/** What opens the explanation of the figure that an element shows, by a click or by Enter on it. */
export function useExplain(): (figure: FigureName, element: Anchor, load?: number | null) => void {
  const editor = useEditor();
  return (figure, element, load) => explainAt(editor, figure, element, load);
}
