import { nodeTitle } from '../../shared/catalog/node-title';
import { flowKindNames } from '../../shared/model/term-names';
import { addComponent } from '../canvas/place';
import { searchKinds } from '../canvas/search-kinds';
import { centerOn } from '../canvas/viewport';
import { openStored } from '../storage/library';
import { currentDesign } from '../store/document';
import { activeEditor } from '../store/editors';
import { shownKeysOf } from '../store/key-map';
import { resolvedOf } from '../store/report';
import { select, selectFlow } from '../store/selection';
import { useWorkspace } from '../store/workspace';
import { language } from '../words/language';
import { t } from '../words/t';
import type { Command, CommandGroup } from './command';
import { canEdit, isOpen } from './conditions';
import { type PaletteEntry, searchEntries } from './palette-search';
import { commands } from './registry';
import { isEnabled, whyDisabled } from './running';

export const groupTitles: Readonly<Record<CommandGroup, string>> = {
  design: 'Design',
  edit: 'Edit',
  add: 'Add',
  view: 'View',
  help: 'Help',
};

const groupIcons: Readonly<Record<CommandGroup, string>> = {
  design: 'file-text',
  edit: 'pencil',
  add: 'plus',
  view: 'eye',
  help: 'keyboard',
};

const mostOfEach = 8;

/** What only a read-only design is in the way of is listed with that, so that nobody looks for it in vain. */
function reasonOf(command: Command): Pick<PaletteEntry, 'reason'> {
  const reason = whyDisabled(command);
  return reason === null ? {} : { reason };
}

function commandEntries(): readonly PaletteEntry[] {
  // Moving by arrows is for the keyboard on the canvas: as lines of a list they would only be in the way.
  return commands
    .filter((command) => isEnabled(command) || whyDisabled(command) !== null)
    .filter((command) => command.id !== 'commands' && !command.id.startsWith('nudge-'))
    .map((command) => ({
      ...reasonOf(command),
      id: command.id,
      label: t(command.title),
      hint: t(groupTitles[command.group]),
      icon: command.checked?.get() === true ? 'check' : groupIcons[command.group],
      keys: shownKeysOf(command),
      keywords: command.keywords ?? [],
      run: command.run,
    }));
}

function nodeEntries(): readonly PaletteEntry[] {
  const design = currentDesign();
  if (design === null || !isOpen.get()) return [];
  return resolvedOf(design).design.nodes.map((node) => ({
    id: `node ${node.id}`,
    label: nodeTitle(node, language()),
    hint: node.technology ?? t(node.kind.title),
    icon: node.kind.icon,
    keys: '',
    keywords: [t(node.kind.title), node.technology ?? ''],
    run: () => {
      select([node.id]);
      centerOn(activeEditor(), node.id);
    },
  }));
}

function flowEntries(): readonly PaletteEntry[] {
  const design = currentDesign();
  if (design === null || !isOpen.get()) return [];
  return resolvedOf(design).design.flows.map((flow) => ({
    id: `flow ${flow.id}`,
    label: flow.name,
    hint: t('Flow'),
    icon: 'route',
    keys: '',
    keywords: [t('flow'), t(flowKindNames[flow.kind])],
    run: () => selectFlow(flow.id),
  }));
}

function kindEntries(text: string): readonly PaletteEntry[] {
  if (!canEdit.get()) return [];
  return searchKinds(text).map(({ kind, technology }) => ({
    id: `kind ${kind.id} ${technology ?? ''}`,
    label:
      technology === undefined
        ? t('Add {kind}', { kind: t(kind.title) })
        : t('Add {kind} · {technology}', { kind: t(kind.title), technology }),
    hint: t('Add'),
    icon: kind.icon,
    keys: '',
    keywords: [],
    run: () => void addComponent(activeEditor(), kind.id, technology === undefined ? {} : { technology }),
  }));
}

function designEntries(): readonly PaletteEntry[] {
  const open = currentDesign()?.id;
  return (useWorkspace.getState().designs ?? [])
    .filter((design) => design.id !== open)
    .map((design) => ({
      id: `design ${design.id}`,
      label: design.name,
      hint: t('Open'),
      icon: 'workflow',
      keys: '',
      keywords: [],
      run: () => void openStored(design.id),
    }));
}

/** What the palette offers for a text: parts of the design by name, commands, kinds to add, other designs. */
export function paletteEntries(text: string): readonly PaletteEntry[] {
  // What can be run comes first, however well the rest answers.
  const found = searchEntries(commandEntries(), text).toSorted(
    (a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined),
  );
  if (text.trim() === '') return found;
  return [
    ...searchEntries([...nodeEntries(), ...flowEntries()], text).slice(0, mostOfEach),
    ...found,
    ...kindEntries(text).slice(0, mostOfEach),
    ...searchEntries(designEntries(), text).slice(0, mostOfEach),
  ];
}
