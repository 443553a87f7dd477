import { type OverlayId, overlayIds } from '../../shared/diagram/overlay-ids';
import { setView } from '../store/view';
import type { Command } from './command';
import { inView, isOpen } from './conditions';

const titles: Readonly<Record<OverlayId, string>> = {
  load: 'Overlay: load',
  latency: 'Overlay: latency',
  tail: 'Overlay: share of p99',
  layer: 'Overlay: by layer',
  availability: 'Overlay: availability',
  cost: 'Overlay: cost',
  findings: 'Overlay: findings',
};

/** What cards show; choosing it shows figures that were hidden. */
export const overlayCommands: readonly Command[] = overlayIds.map(
  (overlay, at): Command => ({
    id: `overlay-${overlay}`,
    title: titles[overlay],
    group: 'view',
    menu: { menu: 'view', section: 'overlay', order: at + 1 },
    keywords: ['overlay', 'heat map', 'colours', 'cards', 'figures', 'show'],
    enabled: isOpen,
    checked: inView((view) => view.overlay === overlay),
    run: () => setView({ overlay, figures: true }),
  }),
);
