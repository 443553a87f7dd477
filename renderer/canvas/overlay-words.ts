import type { OverlayId } from '../../shared/diagram/overlay-ids';
import { t } from '../words/t';

/** The name of an overlay, as its menu lists it. */
export function overlayTitle(overlay: OverlayId): string {
  switch (overlay) {
    case 'load':
      return t('Load');
    case 'latency':
      return t('Latency');
    case 'tail':
      return t('Share of p99');
    case 'layer':
      return t('By layer');
    case 'availability':
      return t('Availability');
    case 'cost':
      return t('Cost');
    case 'findings':
      return t('Findings');
  }
}
