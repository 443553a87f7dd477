import type { MenuPlace } from '../store/context-menu';
import { type Command, commandGroups } from './command';

/**
 * The sections of context menus in their order, by the ids of commands: what one does with this thing first, then the
 * clipboard, how it stands and is looked at, and files. Delete is last, away from the others.
 */
const sections: readonly (readonly string[])[] = [
  ['add-box', 'rename', 'label-edge', 'connect', 'change-kind', 'reconnect', 'reverse-edge', 'convert'],
  ['cut', 'copy', 'paste', 'duplicate', 'stand-in'],
  ['edge-sync', 'edge-async', 'edge-fallback', 'edge-no-fallback'],
  ['try-kind', 'what-if-fails', 'size-it', 'compare', 'save-version'],
  ['show-upstream', 'show-downstream', 'follow-request'],
  ['edge-elbow', 'edge-straight', 'edge-curved', 'reset-route'],
  ['expand-group', 'collapse-group', 'fit-group', 'group', 'group-as', 'move-into', 'move-out', 'ungroup'],
  ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
  ['distribute-horizontal', 'distribute-vertical'],
  ['tidy', 'tidy-selection', 'arrange', 'arrange-selection'],
  ['order-front', 'order-forward', 'order-backward', 'order-back'],
  ['lock', 'unlock', 'unlock-all'],
  ['select-all'],
  [
    'fit',
    'fit-selection',
    'zoom-to-group',
    'find',
    'present',
    'toggle-figures',
    'hand-drawn',
    'snap-to-guides',
    'animate-traffic',
    'inspect-design',
  ],
  ['copy-png', 'copy-svg', 'copy-markdown', 'copy-json', 'export', 'save-file'],
];

const sectionOf: ReadonlyMap<string, number> = new Map(
  sections.flatMap((ids, at) => ids.map((id) => [id, at] as const)),
);
const orderOf: ReadonlyMap<string, number> = new Map(sections.flat().map((id, at) => [id, at]));

/** The commands of a context menu in its sections. One that is in none of them is behind them with those of its group. */
export function inSections(commands: readonly Command[]): readonly (readonly Command[])[] {
  const last = 'delete';
  const listed = sections.map((_, section) =>
    commands
      .filter(({ id }) => sectionOf.get(id) === section)
      .toSorted((a, b) => (orderOf.get(a.id) ?? 0) - (orderOf.get(b.id) ?? 0)),
  );
  const others = commandGroups.map((group) =>
    commands.filter(
      (command) => command.group === group && command.id !== last && !sectionOf.has(command.id),
    ),
  );
  const parts = [...listed, ...others, commands.filter(({ id }) => id === last)];
  return parts.filter((part) => part.length > 0);
}

/** The title of a command in the context menu of a place. */
export const placeTitle = ({ title, placeTitles }: Command, place: MenuPlace): string =>
  placeTitles?.[place] ?? title;
