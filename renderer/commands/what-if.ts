import type { WhatIf } from '../../shared/edits/what-if';
import { type Design, groupsOf, nodesOf } from '../../shared/model/schema';
import { currentDesign } from '../store/document';
import { useSelection } from '../store/selection';
import { setView } from '../store/view';
import type { Command } from './command';
import { all } from './condition';
import { canEdit, hasNodes, isOpen, ofSelection } from './conditions';

/** The loss of the one selected part: a component that a flow does not start at, a zone or a region. */
export function lossOf(design: Design, ids: ReadonlySet<string>): WhatIf | null {
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) return null;
  const kind = groupsOf(design).find((group) => group.id === id)?.kind;
  if (kind === 'zone') return { kind: 'zone-down', zone: id };
  if (kind === 'region') return { kind: 'region-down', region: id };
  return nodesOf(design).some((node) => node.id === id) ? { kind: 'node-down', node: id } : null;
}

function askWhatFails(): void {
  const design = currentDesign();
  const event = design === null ? null : lossOf(design, useSelection.getState().ids);
  if (event !== null) setView({ drawer: 'what-if', whatIf: [event] });
}

/** Commands about sizes and failures: what a design costs at least, and what it does while a part is lost. */
export const whatIfCommands: readonly Command[] = [
  {
    id: 'size-it',
    title: 'Size it…',
    group: 'edit',
    menu: { menu: 'edit', section: 'sizes', order: 1 },
    keywords: ['cheapest', 'replicas', 'shards', 'capacity', 'cost', 'targets', 'right size', 'scale'],
    places: ['canvas'],
    enabled: all(canEdit, hasNodes),
    run: () => setView({ dialog: 'size' }),
  },
  {
    id: 'compare',
    title: 'Compare with…',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 9 },
    keywords: ['diff', 'difference', 'versions', 'beside', 'before', 'after', 'changes'],
    places: ['canvas'],
    enabled: isOpen,
    run: () => setView({ dialog: 'compare', compareWith: null }),
  },
  {
    id: 'try-kind',
    title: 'Try another kind or technology…',
    group: 'edit',
    menu: { menu: 'edit', section: 'sizes', order: 2 },
    keywords: ['compare', 'replace', 'technology', 'alternative', 'swap'],
    places: ['node'],
    enabled: all(
      canEdit,
      ofSelection((design, ids) => ids.size === 1 && nodesOf(design).some(({ id }) => ids.has(id))),
    ),
    run: () => setView({ dialog: 'try-kind' }),
  },
  {
    id: 'what-if-fails',
    title: 'What if this fails?',
    group: 'view',
    menu: { menu: 'view', section: 'tables', order: 9 },
    keywords: ['failure', 'outage', 'down', 'zone', 'region', 'chaos', 'survive'],
    places: ['node', 'group'],
    enabled: all(
      isOpen,
      ofSelection((design, ids) => lossOf(design, ids) !== null),
    ),
    run: askWhatFails,
  },
];
