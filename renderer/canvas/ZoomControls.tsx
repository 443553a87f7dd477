import { useState } from 'react';
import { type Editor, useEditor } from '../store/editors';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { type MenuAnchor, MenuList } from '../ui/MenuList';
import type { MenuItem } from '../ui/menu-items';
import { shareText } from '../words/figures';
import { t } from '../words/t';
import { fitGroup, hasGroupToFit } from './fit-group';
import { toggleLanes } from './lanes/show-lanes';
import { OverlayChooser } from './OverlayChooser';
import { fitAll, fitSelection, zoomBy, zoomTo } from './viewport';
import styles from './ZoomControls.module.css';

const step = 1.25;

const levels = [0.25, 0.5, 1, 2];

/** What a click on the zoom offers. */
function zoomItems(editor: Editor): readonly MenuItem[] {
  const { zoom } = editor.view.getState();
  const to = (level: number): MenuItem => ({
    kind: 'item',
    id: String(level),
    label: shareText(level),
    checked: Math.abs(zoom - level) < 0.005,
    run: () => zoomTo(editor, level),
  });
  return [
    ...levels.map(to),
    { kind: 'separator', id: 'parts' },
    { kind: 'item', id: 'fit', label: t('Zoom to fit'), run: () => fitAll(editor) },
    {
      kind: 'item',
      id: 'selection',
      label: t('Zoom to selection'),
      disabled: editor.selection.getState().ids.size === 0,
      run: () => fitSelection(editor),
    },
    {
      kind: 'item',
      id: 'group',
      label: t('Zoom to group'),
      disabled: !hasGroupToFit(editor),
      run: () => fitGroup(editor),
    },
  ];
}

/** Zoom out, the zoom (a click offers others), zoom in, fit, whether the canvas is in lanes, and what cards show. */
export function ZoomControls() {
  const editor = useEditor();
  const lanes = useView((state) => state.lanes);
  const [menu, setMenu] = useState<MenuAnchor | null>(null);
  const percent = useView((state) => shareText(Math.round(state.zoom * 100) / 100));
  return (
    <div className={styles.bar} data-floating="" role="toolbar" aria-label={t('Zoom')}>
      <button
        type="button"
        className={styles.button}
        aria-label={t('Zoom out')}
        onClick={() => zoomBy(editor, 1 / step)}
      >
        <Icon name="minus" size={14} />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={t('Zoom {percent}, choose another', { percent })}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={({ currentTarget }) => setMenu(menu === null ? { element: currentTarget } : null)}
      >
        {percent}
      </button>
      {menu === null ? null : (
        <MenuList label={t('Zoom')} items={zoomItems(editor)} anchor={menu} onClose={() => setMenu(null)} />
      )}
      <button
        type="button"
        className={styles.button}
        aria-label={t('Zoom in')}
        onClick={() => zoomBy(editor, step)}
      >
        <Icon name="plus" size={14} />
      </button>
      <button type="button" className={styles.fit} onClick={() => fitAll(editor)}>
        {t('Fit')}
      </button>
      <button
        type="button"
        className={styles.lanes}
        aria-pressed={lanes}
        aria-label={t('Lanes')}
        data-tip={t('Lanes: a column per layer')}
        onClick={() => toggleLanes(editor)}
      >
        <Icon name="columns-3" size={14} />
      </button>
      <OverlayChooser />
    </div>
  );
}
