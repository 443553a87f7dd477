import { useState } from 'react';
import { overlayIds } from '../../shared/diagram/overlay-ids';
import { type Editor, useEditor } from '../store/editors';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { type MenuAnchor, MenuList } from '../ui/MenuList';
import type { MenuItem } from '../ui/menu-items';
import { t } from '../words/t';
import { overlayTitle } from './overlay-words';
import styles from './ZoomControls.module.css';

/** What cards can show; what is chosen shows figures that were hidden. */
function overlayItems(editor: Editor): readonly MenuItem[] {
  const chosen = editor.view.getState().overlay;
  return overlayIds.map((overlay) => ({
    kind: 'item',
    id: overlay,
    label: overlayTitle(overlay),
    checked: overlay === chosen,
    run: () => editor.setView({ overlay, figures: true }),
  }));
}

/** Which figure the cards show; a press offers the others. */
export function OverlayChooser() {
  const editor = useEditor();
  const overlay = useView((state) => state.overlay);
  const [menu, setMenu] = useState<MenuAnchor | null>(null);
  const name = overlayTitle(overlay);
  return (
    <>
      <button
        type="button"
        className={styles.overlay}
        data-chosen={overlay !== 'load'}
        aria-label={t('Overlay: {name}, choose another', { name })}
        data-tip={t('Cards show: {name}', { name })}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={({ currentTarget }) => setMenu(menu === null ? { element: currentTarget } : null)}
      >
        <Icon name="layers" size={14} />
        <span>{name}</span>
      </button>
      {menu === null ? null : (
        <MenuList
          label={t('Overlay')}
          items={overlayItems(editor)}
          anchor={menu}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
