import { test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { joined, linesOf } from '../../../shared/diagram/edge-lines';
import { labelPlaces, handlesOf } from '../../../shared/diagram/label-places';
import { routeEdgesOf, routesOf } from '../../../shared/diagram/route';
import { spatialIndex } from '../../../shared/diagram/spatial-index';
import { nodeBoxes } from '../../../shared/layout/geometry';
import { layoutByLayer } from '../../../shared/layout/layered';
import { sceneOf } from '../../bench/scene';

test('prof', () => {
  for (const size of [1000, 3000]) for (const kind of ['rows', 'layers']) {
    const design = sceneOf(size, { edgesPerNode: 1.5 });
    const resolved = resolve(design);
    const edges = routeEdgesOf(design, resolved);
    const places = kind === 'rows' ? design.layout?.nodes ?? {} : layoutByLayer(resolved).places;
    const boxes = nodeBoxes(resolved, places);
    const map = new Map(boxes);
    const best = (f: () => void) => { let b = 1e9; for (let i = 0; i < 4; i++) { const t = performance.now(); f(); b = Math.min(b, performance.now() - t); } return b.toFixed(1); };
    const work = { done: 0 };
    const cards = spatialIndex(320, 160, work);
    for (const box of map.values()) cards.add(box);
    const most = { planning: 1e9, searching: 1e9, spreading: 1e9, labelling: 1e9 };
    const ends = joined(edges, map);
    const lines = linesOf(ends, cards, work, most);
    const widths = [110, 80, 40];
    const labelled = ends.map(({ edge: { id } }, i) => ({ id, line: lines[i] ?? [], handles: handlesOf(lines[i] ?? []), labelWidths: widths }));
    const w2 = { done: 0 };
    const found = labelPlaces(labelled, cards, w2, 1e9);
    console.log(kind, size, edges.length, 'edges all', best(() => void routesOf(edges, map, () => widths)), 'lines', best(() => void linesOf(joined(edges, map), cards, { done: 0 }, most)), 'labels', best(() => void labelPlaces(labelled, cards, { done: 0 }, 1e9)), 'scale2', best(() => void labelPlaces(labelled, cards, { done: 0 }, 1e9, 1.6)), 'placed', found.size, 'work', w2.done);
  }
}, 120000);
