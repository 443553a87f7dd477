import { layoutByLayer } from '../../shared/diagram/layered';
import { fitAll } from '../canvas/viewport';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { resolvedOf } from '../store/report';

/** Puts every card into its layer's column, as one step. */
export function arrangeByLayers(): void {
  const design = currentDesign();
  if (design === null) return;
  const { places, boxes } = layoutByLayer(resolvedOf(design).design);
  if (edit(t('Arrange by layers'), [{ op: 'place', places, boxes }])) fitAll();
}
