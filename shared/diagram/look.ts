import type { Design } from '../model/schema';

/** Whether a design is drawn as if by hand. */
export const isHandDrawn = (design: Pick<Design, 'layout'> | null): boolean =>
  design?.layout?.annotations?.look === 'hand-drawn';
