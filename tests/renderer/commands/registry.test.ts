import { describe, expect, test } from 'vitest';
import { commandGroups } from '../../../renderer/commands/command';
import { commands, commandsOf, runCommand, shortcutOf } from '../../../renderer/commands/registry';

describe('the list of commands', () => {
  test('has each id once', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives no two commands the same shortcut', () => {
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('has something in every group', () => {
    for (const group of commandGroups)
      expect(
        commands.some((command) => command.group === group),
        group,
      ).toBe(true);
  });

  test.each(['canvas', 'node', 'edge', 'group', 'mark'] as const)(
    'has something for the menu of a %s',
    (place) => {
      expect(commandsOf(place).length).toBeGreaterThan(0);
    },
  );

  test('runs nothing that cannot run: there is no design to undo in', () => {
    expect(runCommand('undo')).toBe(false);
  });

  test('does not know a command that is not there', () => {
    expect(runCommand('no-such-command')).toBe(false);
    expect(shortcutOf('no-such-command')).toBe('');
  });

  test('shows the first shortcut', () => {
    expect(shortcutOf('redo')).toBe('Ctrl+Shift+Z');
  });
});
