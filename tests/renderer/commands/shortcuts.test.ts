import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandOfPress, isRefused, passesKeys } from '../../../renderer/commands/shortcuts';
import { openDesign } from '../../../renderer/store/document';
import { select } from '../../../renderer/store/selection';
import { useWorkspace } from '../../../renderer/store/workspace';
import type { KeyPress } from '../../../renderer/ui/keys';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const commandOf = (event: KeyPress, writing = false): string | undefined =>
  commandOfPress(event, writing)?.id;

const design: Design = {
  ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
  system: { nodes: [{ id: 'api', kind: 'service' }] },
  layout: { nodes: { api: { x: 0, y: 0 } } },
};

describe('a press of a shortcut', () => {
  beforeEach(() => {
    const body = { closest: () => null };
    vi.stubGlobal('document', { body, activeElement: body });
    useWorkspace.setState({ page: 'editor' });
    openDesign(design);
  });

  afterEach(() => {
    openDesign(null);
    vi.unstubAllGlobals();
  });

  test('runs its command', () => {
    expect(commandOf(press('/'))).toBe('add-box');
    expect(commandOf(press('k', { ctrlKey: true }))).toBe('commands');
  });

  test('is left to the text while one writes, but for what no text knows', () => {
    expect(commandOf(press('n'), true)).toBeUndefined();
    expect(commandOf(press('z', { ctrlKey: true }), true)).toBeUndefined();
    expect(commandOf(press('a', { ctrlKey: true }), true)).toBeUndefined();
    expect(commandOf(press('k', { ctrlKey: true }), true)).toBe('commands');
    expect(commandOf(press('s', { ctrlKey: true }), true)).toBe('save-file');
  });

  test('is the canvas’s from a field that gives keys to it while nothing is written there', () => {
    class Field {
      matches = (selector: string): boolean => selector.includes(this.selector);
      constructor(private readonly selector: string) {}
    }
    vi.stubGlobal('HTMLElement', Field);
    const from = (selector: string, event: KeyPress): string | undefined => {
      const field = new Field(selector) as unknown as EventTarget;
      return commandOfPress(event, true, (id) => passesKeys(field, id))?.id;
    };
    select(['api']);
    const presses = [press('Delete'), press('ArrowLeft'), press('n'), press('a', { ctrlKey: true })];
    const empty = 'data-passes-keys';
    expect(presses.map((event) => from(empty, event))).toEqual([
      'delete',
      'nudge-left',
      undefined,
      undefined,
    ]);
    expect(presses.map((event) => from('textarea', event))).toEqual(presses.map(() => undefined));
  });

  test('is nobody’s where its command cannot run', () => {
    expect(commandOf(press('F2'))).toBeUndefined();
    select(['api']);
    expect(commandOf(press('F2'))).toBe('rename');
  });

  test('of copy, cut and paste is left to the browser, whose event needs no permission', () => {
    select(['api']);
    for (const key of ['c', 'x', 'v']) expect(commandOf(press(key, { ctrlKey: true }))).toBeUndefined();
  });

  test('of an arrow moves parts only while the canvas has the keyboard', () => {
    select(['api']);
    expect(commandOf(press('ArrowLeft'))).toBe('nudge-left');
    vi.stubGlobal('document', { body: {}, activeElement: { closest: () => null } });
    expect(commandOf(press('ArrowLeft'))).toBeUndefined();
  });

  test('changes nothing in a design that another window has', () => {
    openDesign(design, true);
    select(['api']);
    expect(commandOf(press('Delete'))).toBeUndefined();
    expect(commandOf(press('1', { shiftKey: true, code: 'Digit1' }))).toBe('fit');
  });

  test('of an edit is refused in words in a design that another window has, and only there', () => {
    select(['api']);
    const edits = [press('Delete'), press('z', { ctrlKey: true }), press('n'), press('ArrowLeft')];
    for (const event of edits) expect(isRefused(event, false), event.key).toBe(false);
    openDesign(design, true);
    for (const event of edits.slice(0, 3)) expect(isRefused(event, false), event.key).toBe(true);
    expect(isRefused(press('Delete'), true)).toBe(false);
    expect(isRefused(press('f'), false)).toBe(false);
    // Arrows ask for an edit only where there is something to move.
    expect(isRefused(press('ArrowLeft'), false)).toBe(false);
    select(['api']);
    expect(isRefused(press('ArrowLeft'), false)).toBe(true);
  });

  test('in the library only those that work everywhere', () => {
    useWorkspace.setState({ page: 'library' });
    openDesign(null);
    expect(commandOf(press('n'))).toBeUndefined();
    expect(commandOf(press('?', { shiftKey: true }))).toBe('help');
    expect(commandOf(press('n', { altKey: true }))).toBe('new-design');
  });
});
