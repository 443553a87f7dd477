import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import side from '../../ui/SidePanel.module.css';
import { t } from '../../words/t';
import { KindSearch } from './KindSearch';
import { Outline } from './Outline';
import styles from './Palette.module.css';
import { TemplateList } from './TemplateList';

/** The panel at the left: components to add, templates, and the outline of the design. */
export function Palette() {
  const open = useView((state) => state.palette);
  return open ? <OpenPalette /> : <PaletteRail />;
}

function OpenPalette() {
  const { setView } = useEditor();
  return (
    <nav className={`${side.panel} ${styles.palette}`} aria-label={t('Palette')}>
      <KindSearch>
        <Button
          variant="quiet"
          icon="panel-left"
          aria-label={t('Close the palette')}
          onClick={() => setView({ palette: false })}
        />
      </KindSearch>
      <TemplateList />
      <Outline />
    </nav>
  );
}

/** The closed palette: one button. */
function PaletteRail() {
  const { setView } = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <nav className={`${side.rail} ${styles.rail}`} aria-label={t('Palette')}>
      <Button
        variant="quiet"
        icon="panel-left"
        aria-label={t('Open the palette')}
        onClick={() => setView({ palette: true })}
      />
      <Button
        variant="quiet"
        icon="plus"
        aria-label={t('Add a component')}
        disabled={readOnly}
        onClick={() => setView({ adding: {} })}
      />
    </nav>
  );
}
