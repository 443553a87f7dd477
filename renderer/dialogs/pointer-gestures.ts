import { isMac } from '../ui/keys';
import { t } from '../words/t';

/** What a press, a drag or a turn of the wheel on the canvas does. */
export interface PointerGesture {
  readonly id: string;
  readonly title: string;
  /** The gesture itself, with the keys that are held. */
  readonly press: string;
}

/** Every gesture of mouse, trackpad and finger on the canvas: the plain ones first, then those with a key held. */
export function pointerGestures(): readonly PointerGesture[] {
  const [alt, mod] = isMac ? ['⌥', '⌘'] : ['Alt', 'Ctrl'];
  return [
    { id: 'click', title: t('Select a part; on the empty canvas: clear the selection'), press: t('Click') },
    { id: 'explain', title: t('Explain a figure of the selected part'), press: t('Click the figure') },
    {
      id: 'add-to-selection',
      title: t('Add a part to the selection, or take it out'),
      press: t('Shift + click'),
    },
    { id: 'rename', title: t('Edit a name or a note in place'), press: t('Double click') },
    { id: 'add-part', title: t('On the empty canvas: add a component there'), press: t('Double click') },
    { id: 'expand', title: t('Expand a collapsed group'), press: t('Double click') },
    { id: 'menu', title: t('Open the menu of a part or of the canvas'), press: t('Right click') },
    { id: 'move', title: t('Move a part with all that is selected'), press: t('Drag') },
    { id: 'connect', title: t('Connect: from the dot at the side of a card'), press: t('Drag') },
    { id: 'box', title: t('On the empty canvas: select by a box'), press: t('Drag') },
    { id: 'pan', title: t('Move the canvas'), press: t('Wheel, or two fingers') },
    { id: 'pan-drag', title: t('Move the canvas by dragging'), press: t('Space + drag, middle button') },
    { id: 'zoom', title: t('Zoom'), press: t('{key} + wheel, or pinch', { key: mod }) },
    { id: 'copy', title: t('Drag a copy'), press: t('{key} + drag', { key: alt }) },
    { id: 'axis', title: t('Drag along one axis'), press: t('Shift + drag') },
    { id: 'free', title: t('Drag without grid and guides'), press: t('{key} + drag', { key: mod }) },
    {
      id: 'lasso',
      title: t('On the empty canvas: select by a line around parts'),
      press: t('{key} + drag', { key: alt }),
    },
  ];
}
