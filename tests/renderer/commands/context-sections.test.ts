import { expect, test } from 'vitest';
import { inSections, placeTitle } from '../../../renderer/commands/context-sections';
import { commandOf, commandsOf } from '../../../renderer/commands/registry';
import type { MenuPlace } from '../../../renderer/store/context-menu';

const idsIn = (place: MenuPlace): readonly (readonly string[])[] =>
  inSections(commandsOf(place)).map((part) => part.map(({ id }) => id));

test('the menu of a component names what is done with it first, files last but for Delete', () => {
  expect(idsIn('node')).toEqual([
    ['rename', 'connect', 'change-kind', 'convert'],
    ['cut', 'copy', 'duplicate', 'stand-in'],
    ['try-kind', 'what-if-fails'],
    ['show-upstream', 'show-downstream'],
    ['group', 'group-as', 'move-into', 'move-out'],
    ['order-front', 'order-forward', 'order-backward', 'order-back'],
    ['lock', 'unlock'],
    ['fit-selection'],
    ['copy-png', 'copy-svg', 'copy-markdown', 'copy-json'],
    ['delete'],
  ]);
});

test('the menu of the canvas adds and pastes where it was opened', () => {
  const [first, second] = idsIn('canvas');
  expect(first).toEqual(['add-box', 'convert']);
  expect(second).toEqual(['paste']);
  expect(placeTitle(commandOf('paste'), 'canvas')).toBe('Paste here');
  expect(placeTitle(commandOf('paste'), 'design')).toBe('Paste');
});

test.each(['canvas', 'node', 'edge', 'group', 'mark', 'many'] as const)(
  'the menu of a %s has each of its commands once, no two of one title',
  (place) => {
    const listed = inSections(commandsOf(place)).flat();
    expect(listed.map(({ id }) => id).toSorted()).toEqual(
      commandsOf(place)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(new Set(listed.map((command) => placeTitle(command, place))).size).toBe(listed.length);
  },
);

test('a command that is in no section stands before Delete', () => {
  const other = { ...commandOf('delete'), id: 'other-edit' };
  const parts = inSections([commandOf('delete'), other, commandOf('cut')]);
  expect(parts.map((part) => part.map(({ id }) => id))).toEqual([['cut'], ['other-edit'], ['delete']]);
});
