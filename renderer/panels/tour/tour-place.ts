import { sharedArea, type WindowBox } from '../../ui/float-clear';

type Size = Pick<WindowBox, 'width' | 'height'>;

/** The corner of an area where a sheet covers least; of equal ones the first, in the order in which one reads. */
export function clearestCorner(
  size: Size,
  within: WindowBox,
  avoiding: readonly WindowBox[],
): Pick<WindowBox, 'x' | 'y'> {
  const right = within.x + within.width - size.width;
  const bottom = within.y + within.height - size.height;
  const corners = [
    { x: within.x, y: within.y },
    { x: right, y: within.y },
    { x: within.x, y: bottom },
    { x: right, y: bottom },
  ];
  const coveredAt = (corner: Pick<WindowBox, 'x' | 'y'>): number =>
    avoiding.reduce((sum, other) => sum + sharedArea({ ...corner, ...size }, other), 0);
  return corners.reduce((best, corner) => (coveredAt(corner) < coveredAt(best) ? corner : best));
}
