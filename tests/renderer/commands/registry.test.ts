import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandGroups } from '../../../renderer/commands/command';
import { paletteEntries } from '../../../renderer/commands/palette-entries';
import { commands, commandsOf, runCommand, shortcutOf } from '../../../renderer/commands/registry';
import { isEnabled, whyDisabled } from '../../../renderer/commands/running';
import { edit, openDesign, undo } from '../../../renderer/store/document';
import { activeEditor } from '../../../renderer/store/editors';
import { select } from '../../../renderer/store/selection';
import { setView } from '../../../renderer/store/view';
import { useWorkspace } from '../../../renderer/store/workspace';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';

/** A finding with a quick fix, as a report brings it. */
const fixable: Finding = {
  rule: 'orphan',
  code: 'STR-01',
  severity: 'info',
  stage: 'review',
  target: 'api',
  message: 'Nothing calls it.',
  fix: 'Connect it.',
  values: {},
  quickFix: { id: 'connect', title: 'Connect', values: {}, changes: [] },
};

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

  describe('in a design that another window has', () => {
    const design: Design = {
      ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
      system: {
        nodes: [
          { id: 'api', kind: 'service' },
          { id: 'db', kind: 'sql-database' },
        ],
        edges: [
          { id: 'reads', from: 'api', to: 'db' },
          { id: 'spare', from: 'api', to: 'db' },
          { id: 'fallback', from: 'api', to: 'db', fallbackOf: 'spare' },
        ],
        groups: [
          { id: 'eu', kind: 'region' },
          { id: 'zone', kind: 'zone', parent: 'eu' },
        ],
      },
      layout: {
        groups: { zone: { x: 0, y: 0, width: 200, height: 200, collapsed: true } },
        nodes: { api: { x: 0, y: 0 }, db: { x: 300, y: 0 } },
        edges: { reads: { fromSide: 'top' } },
        locked: ['db'],
        marks: [
          { id: 'note', kind: 'note', x: 0, y: 0, text: 'Reads only' },
          { id: 'frame', kind: 'frame', x: 0, y: 0 },
          { id: 'box', kind: 'shape', x: 0, y: 200, text: 'Cache' },
        ],
      },
    };
    const reason = 'Read only: another window edits this design. Take over to edit it here.';

    beforeEach(() => {
      const body = { closest: () => null };
      vi.stubGlobal('document', { body, activeElement: body });
      useWorkspace.setState({ page: 'editor' });
    });

    afterEach(() => {
      openDesign(null);
      vi.unstubAllGlobals();
    });

    /** What is selected decides what can be done: commands that run with any of these. */
    const runnable = (readOnly: boolean): ReadonlySet<string> => {
      const selections = [
        [],
        ['api'],
        ['api', 'db', 'note'],
        ['eu'],
        ['zone'],
        ['note'],
        ['frame'],
        ['box'],
        ['reads'],
        ['fallback'],
      ];
      const ids = selections.flatMap((selected) => {
        openDesign(design, readOnly);
        activeEditor().report.setState({ findings: [fixable] });
        if (!readOnly) {
          edit('Rename', [{ op: 'rename-design', name: 'Other' }]);
          edit('Rename', [{ op: 'rename-design', name: 'Orders' }]);
          undo();
        }
        select(selected);
        // A tool can be kept while it is in hand.
        return (['select', 'note'] as const).flatMap((tool) => {
          setView({ tool });
          return commands.filter(isEnabled).map(({ id }) => id);
        });
      });
      return new Set(ids);
    };

    test('every command that changes a design is disabled and says why, and no other is', () => {
      const [editable, readable] = [runnable(false), runnable(true)];
      expect([...editable].filter((id) => !readable.has(id)).toSorted()).toEqual(
        commands
          .filter((command) => whyDisabled(command) === reason)
          .map(({ id }) => id)
          .toSorted(),
      );
      expect([...readable].filter((id) => !editable.has(id))).toEqual([]);
    });

    test('no command says so while the design can be edited', () => {
      openDesign(design);
      expect(commands.filter((command) => whyDisabled(command) !== null)).toEqual([]);
    });

    test('the palette lists what cannot be run after all that can, with the reason', () => {
      openDesign(design, true);
      const entries = paletteEntries('select');
      const reasons = entries.filter(({ id }) => commands.some((command) => command.id === id));
      expect(reasons.map(({ id, reason: why }) => [id, why])).toContainEqual(['select-tool', reason]);
      const first = reasons.findIndex((entry) => entry.reason !== undefined);
      expect(reasons.slice(first).every((entry) => entry.reason !== undefined)).toBe(true);
      expect(reasons[0]?.reason).toBeUndefined();
    });
  });

  test('does not know a command that is not there', () => {
    expect(runCommand('no-such-command')).toBe(false);
    expect(shortcutOf('no-such-command')).toBe('');
  });

  test('shows the first shortcut', () => {
    expect(shortcutOf('redo')).toBe('Ctrl+Shift+Z');
  });
});
