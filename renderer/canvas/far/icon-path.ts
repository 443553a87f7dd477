import { type IconNode, iconOf, isIcon } from '../../../shared/diagram/icons';
import { brandLogo } from '../../ui/brand-logos';

/** Side of the square that icons are drawn in. */
export const iconGrid = 24;

/** An icon for a canvas: its lines, or a shape to fill. */
export interface IconPath {
  readonly path: Path2D;
  readonly filled: boolean;
}

const paths = new Map<string, IconPath>();

/** The path of an icon or of a logo that is loaded; null while it is not. */
export function iconPath(name: string): IconPath | null {
  const known = paths.get(name);
  if (known !== undefined) return known;
  const filled = !isIcon(name);
  const logo = filled ? brandLogo(name) : null;
  if (logo !== null && !logo.isLoaded()) return null;
  const icon = { path: pathOf(isIcon(name) ? iconOf(name) : (logo?.lines() ?? [])), filled };
  paths.set(name, icon);
  return icon;
}

function pathOf(lines: IconNode): Path2D {
  const path = new Path2D();
  for (const [tag, attributes] of lines) {
    const number = (name: string): number => Number(attributes[name] ?? 0);
    switch (tag) {
      case 'path':
        path.addPath(new Path2D(String(attributes.d ?? '')));
        break;
      case 'circle':
      case 'ellipse': {
        const [x, y] = [number('cx'), number('cy')];
        const rx = tag === 'circle' ? number('r') : number('rx');
        path.moveTo(x + rx, y);
        path.ellipse(x, y, rx, tag === 'circle' ? rx : number('ry'), 0, 0, 2 * Math.PI);
        break;
      }
      case 'rect':
        path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
        break;
      case 'line':
        path.moveTo(number('x1'), number('y1'));
        path.lineTo(number('x2'), number('y2'));
        break;
      case 'polyline':
      case 'polygon': {
        const points = String(attributes.points ?? '').trim();
        path.addPath(new Path2D(`M${points}${tag === 'polygon' ? 'z' : ''}`));
        break;
      }
      default:
        throw new Error(`An icon has an element that is not drawn: ${tag}`);
    }
  }
  return path;
}
