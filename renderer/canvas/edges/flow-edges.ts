import type { Edge as FlowEdge } from '@xyflow/react';
import { drawnEdges } from '../../../shared/diagram/drawn-edges';
import type { Route } from '../../../shared/diagram/route';
import { type Design, edgesOf } from '../../../shared/model/schema';
import { t } from '../../words/t';

export type CanvasEdge = FlowEdge<{ readonly route: Route }, 'call'>;

const selectedLevel = 2;

/**
 * Makes React Flow's edges from a design and its routes, giving the same object again for one that is drawn as before; of the
 * edges in `only` where that is given.
 */
export function edgeDeriver(): (
  design: Design,
  routes: ReadonlyMap<string, Route>,
  selected: ReadonlySet<string>,
  only?: ReadonlySet<string> | null,
) => CanvasEdge[] {
  let kept: ReadonlyMap<string, CanvasEdge> = new Map();
  return (design, routes, selected, only = null) => {
    const next = new Map<string, CanvasEdge>();
    const collapsed = drawnEdges(design);
    for (const edge of edgesOf(design)) {
      const { id } = edge;
      if (only !== null && !only.has(id)) continue;
      const drawn = collapsed.get(id);
      const route = routes.get(id);
      // The routes of a moment ago may be of edges that are drawn as one now.
      if (route === undefined || drawn === null || (drawn !== undefined && drawn.id !== id)) continue;
      const { from, to } = drawn ?? edge;
      const isSelected = drawn === undefined ? selected.has(id) : drawn.of.some((one) => selected.has(one));
      const before = kept.get(id);
      const same =
        before !== undefined &&
        before.data?.route === route &&
        before.selected === isSelected &&
        before.source === from &&
        before.target === to;
      next.set(id, same ? before : flowEdge(id, from, to, route, isSelected));
    }
    kept = next;
    return [...next.values()];
  };
}

function flowEdge(id: string, source: string, target: string, route: Route, selected: boolean): CanvasEdge {
  return {
    id,
    type: 'call',
    source,
    target,
    data: { route },
    selected,
    zIndex: selected ? selectedLevel : 0,
    // Left out, React Flow would name it in English by the ids of its ends; what it is labelled by comes first.
    ariaLabel: t('Call'),
    domAttributes: { 'aria-labelledby': `say-${id}`, 'aria-roledescription': t('call') },
  };
}
