import type { Edge as FlowEdge } from '@xyflow/react';
import type { Route } from '../../../shared/diagram/route';
import { type Design, edgesOf } from '../../../shared/model/schema';
import { t } from '../../words/t';

export type CanvasEdge = FlowEdge<{ readonly route: Route }, 'call'>;

const selectedLevel = 2;

/** Makes React Flow's edges from a design and its routes, giving the same object again for one that is drawn as before. */
export function edgeDeriver(): (
  design: Design,
  routes: ReadonlyMap<string, Route>,
  selected: ReadonlySet<string>,
) => CanvasEdge[] {
  let kept: ReadonlyMap<string, CanvasEdge> = new Map();
  return (design, routes, selected) => {
    const next = new Map<string, CanvasEdge>();
    for (const { id, from, to } of edgesOf(design)) {
      const route = routes.get(id);
      if (route === undefined) continue;
      const isSelected = selected.has(id);
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
