import type { Design } from '../../shared/model/schema';
import { sceneOf } from './scene';

const bandGap = 300;
const rowPitch = 160;
const bandWidth = 11 * 300;

/** The scene of the bench in bands of rows beside each other, as wide to high as a screen, so that all of it can be seen. */
export function squareSceneOf(count: number): Design {
  const scene = sceneOf(count);
  const places = Object.entries(scene.layout?.nodes ?? {});
  const rows = Math.max(...places.map(([, { y }]) => y)) / rowPitch + 1;
  const bands = Math.max(1, Math.round(Math.sqrt((1.6 * rows * rowPitch) / (bandWidth + bandGap))));
  const rowsInBand = Math.ceil(rows / bands);
  const nodes = Object.fromEntries(
    places.map(([id, { x, y }]) => {
      const row = y / rowPitch;
      const band = Math.floor(row / rowsInBand);
      return [id, { x: x + band * (bandWidth + bandGap), y: (row - band * rowsInBand) * rowPitch }];
    }),
  );
  return { ...scene, layout: { ...scene.layout, nodes } };
}
