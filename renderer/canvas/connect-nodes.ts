import type { Assumption } from '../../shared/catalog/connect';
import { connectChanges } from '../../shared/catalog/connect';
import { flowChips } from '../../shared/catalog/flow-chips';
import { own } from '../../shared/model/own';
import type { Design } from '../../shared/model/schema';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { resolvedOf } from '../store/report';
import { select } from '../store/selection';
import { setView } from '../store/view';
import { toast } from '../store/workspace';

/** Connects two nodes in one edit; an edge that is there already is selected instead. False where nothing was drawn. */
export function connectNodes(from: string, to: string): boolean {
  const design = currentDesign();
  if (design === null) return false;
  const { nodes } = resolvedOf(design);
  const [caller, callee] = [nodes.get(from), nodes.get(to)];
  if (caller === undefined || callee === undefined || from === to) return false;
  if (callee.behaviour === 'source') {
    toast(t('{name} starts requests; nothing calls it.', { name: callee.name }));
    return false;
  }
  const { changes, edgeId, assumptions } = connectChanges(design, from, to);
  if (changes.length === 0) {
    if (edgeId !== '') select([edgeId]);
    return false;
  }
  const label = t('Connect {from} to {to}', { from: caller.name, to: callee.name });
  if (!edit(label, changes)) return false;
  announceEdge(edgeId, assumptions);
  return true;
}

/** Says on a new edge what was assumed, or asks what it carries where a distributor has a second one. */
export function announceEdge(edge: string, assumptions: readonly Assumption[]): void {
  const design = currentDesign();
  const asks = design !== null && flowChips(design, edge) !== null;
  setView({
    edgeChips: asks ? edge : null,
    edgeNotice: assumptions.length > 0 && !asks ? { edge, assumptions } : null,
  });
}

/** The nodes that a node can call, nearest first, for the list of targets. */
export function targetsOf(
  design: Design,
  from: string,
): readonly { readonly id: string; readonly name: string }[] {
  const { nodes } = resolvedOf(design).design;
  const places = design.layout?.nodes ?? {};
  const start = places[from] ?? { x: 0, y: 0 };
  const distance = (id: string): number => {
    const at = own(places, id) ?? start;
    // What stands to the left is rarely called: it comes after what stands to the right.
    return Math.abs(at.x - start.x) + Math.abs(at.y - start.y) + (at.x < start.x ? 10_000 : 0);
  };
  return nodes
    .filter((node) => node.id !== from && node.behaviour !== 'source')
    .toSorted((a, b) => distance(a.id) - distance(b.id));
}
