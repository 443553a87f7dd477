import { emptyDesign } from '../../shared/model/empty-design';
import type { Design } from '../../shared/model/schema';

/** Services `n0`, `n1` …, each of which calls the next. */
export const servicesInARow = (count: number): Design => {
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  return {
    ...emptyDesign('a', 'Start', '2026-01-05T10:00:00.000Z'),
    system: {
      nodes: ids.map((id) => ({ id, kind: 'service', name: `Service ${id}` })),
      edges: ids.slice(1).map((id, at) => ({ id: `e${at}`, from: `n${at}`, to: id })),
    },
    layout: { nodes: Object.fromEntries(ids.map((id, at) => [id, { x: at * 8, y: 0 }])) },
  };
};
