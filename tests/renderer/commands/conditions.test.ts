import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { placesOf } from '../../../renderer/canvas/places';
import { all, type Condition, condition, sourcesOf } from '../../../renderer/commands/condition';
import { canUndo, isOpen } from '../../../renderer/commands/conditions';
import { commands } from '../../../renderer/commands/registry';
import { conditionsOf } from '../../../renderer/commands/running';
import { currentDesign, edit, openDesign, redo, setReadOnly, undo } from '../../../renderer/store/document';
import {
  activate,
  activeEditor,
  addEditor,
  createEditor,
  removeEditor,
  windowServices,
} from '../../../renderer/store/editors';
import { clearSelection, select, selectFlow } from '../../../renderer/store/selection';
import { setView } from '../../../renderer/store/view';
import { useWorkspace } from '../../../renderer/store/workspace';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

/** A source that changes when the test says so. */
function source() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    change: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

describe('a condition', () => {
  test('calls its listener where it changes, and only there', () => {
    const changing = source();
    let value = 1;
    const isLarge = condition([changing], () => value > 2);
    const seen: boolean[] = [];
    const stop = isLarge.subscribe(() => seen.push(isLarge.get()));
    for (const next of [2, 3, 4, 1]) {
      value = next;
      changing.change();
    }
    stop();
    value = 9;
    changing.change();
    expect(seen).toEqual([true, false]);
    expect(changing.listeners.size).toBe(0);
  });

  test('of several conditions follows each of their sources, once', () => {
    const [shared, other] = [source(), source()];
    const values = { a: true, b: false };
    const both = all(
      condition([shared], () => values.a),
      condition([shared, other], () => values.b),
    );
    expect(sourcesOf([both])).toEqual([shared, other]);
    let calls = 0;
    both.subscribe(() => {
      calls += 1;
    });
    expect(shared.listeners.size).toBe(1);
    values.b = true;
    other.change();
    values.a = false;
    shared.change();
    expect(calls).toBe(2);
  });
});

const design: Design = {
  ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
  system: {
    nodes: [
      { id: 'api', kind: 'service' },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: [
      { id: 'call', from: 'api', to: 'db' },
      { id: 'spare', from: 'api', to: 'db' },
      { id: 'fallback', from: 'api', to: 'db', fallbackOf: 'spare' },
    ],
    groups: [{ id: 'eu', kind: 'region' }],
    flows: [{ id: 'orders', kind: 'read', entry: 'api', rate: { rps: 1 } }],
  },
  layout: {
    marks: [
      { id: 'note', kind: 'note', x: 0, y: 0, text: 'Reads only' },
      { id: 'frame', kind: 'frame', x: 0, y: 300 },
    ],
  },
};

/** What a person or the window does that commands may depend on. */
const steps: Readonly<Record<string, () => void>> = {
  open: () => openDesign(design),
  'open empty': () => openDesign(emptyDesign('b', 'Empty', '2026-01-05T10:00:00.000Z')),
  close: () => openDesign(null),
  'read only': () => setReadOnly(true),
  'take over': () => setReadOnly(false),
  edit: () => void edit('Rename', [{ op: 'rename-design', name: 'Other' }]),
  'rename back': () => void edit('Rename', [{ op: 'rename-design', name: 'Orders' }]),
  'remove node': () => void edit('Delete', [{ op: 'remove', ids: ['db'] }]),
  undo,
  redo,
  'select node': () => select(['api']),
  'select edge': () => select(['call']),
  'select fallback': () => select(['fallback']),
  'select group': () => select(['eu']),
  'select several': () => select(['api', 'db']),
  'select flow': () => selectFlow('orders'),
  deselect: clearSelection,
  library: () => useWorkspace.setState({ page: 'library' }),
  editor: () => useWorkspace.setState({ page: 'editor' }),
  'fill trash': () => useWorkspace.setState({ trash: [{ key: 'x', name: 'Old', deletedAt: '' }] }),
  'empty trash': () => useWorkspace.setState({ trash: [] }),
  note: () => setView({ tool: 'note' }),
  text: () => setView({ tool: 'text' }),
  ...Object.fromEntries(
    (['shape', 'arrow', 'ink', 'image', 'frame', 'eraser', 'laser'] as const).map((tool) => [
      tool,
      () => setView({ tool }),
    ]),
  ),
  'keep tool': () => setView({ toolLocked: true }),
  'give back tool': () => setView({ toolLocked: false }),
  'select note': () => select(['note']),
  'select frame': () => select(['frame']),
  'draw by hand': () => void edit('Look', [{ op: 'patch-annotations', patch: { look: 'hand-drawn' } }]),
  'hide annotations': () => void edit('Hide', [{ op: 'patch-annotations', patch: { hidden: true } }]),
  'lock annotations': () => void edit('Lock', [{ op: 'patch-annotations', patch: { locked: true } }]),
  'draw group': () => setView({ tool: 'group' }),
  pointer: () => setView({ tool: 'select' }),
  dark: () => setView({ theme: 'dark' }),
  'theme of the system': () => setView({ theme: 'system' }),
  problems: () => setView({ drawer: 'problems' }),
  'no drawer': () => setView({ drawer: null }),
  'no figures': () => setView({ figures: false, palette: false, inspectDesign: true }),
  lanes: () => setView({ lanes: true, minimap: false }),
  'no lanes': () => setView({ lanes: false, minimap: true }),
  'cost overlay': () => setView({ overlay: 'cost' }),
  'latency overlay': () => setView({ overlay: 'latency' }),
  'overlay of p99': () => setView({ overlay: 'tail' }),
  'overlay by layer': () => setView({ overlay: 'layer' }),
  'no overlay': () => setView({ overlay: 'load' }),
  jump: () => {
    const design = currentDesign();
    if (design === null) return;
    const at = { y: 0, zoom: 1, lanes: false };
    const places = { design: design.id, past: [{ x: 0, ...at }], future: [{ x: 900, ...at }] };
    placesOf(activeEditor()).setState(places);
  },
  figures: () => setView({ figures: true, palette: true, inspectDesign: false }),
  follow: () => setView({ followedFlow: 'orders' }),
  'no longer follow': () => setView({ followedFlow: null }),
  history: () => setView({ history: true }),
  'no history': () => setView({ history: false }),
  present: () => setView({ presenting: true }),
  'end presenting': () => setView({ presenting: false }),
  'other editor': () => {
    const other = createEditor(design, windowServices);
    addEditor(other);
    activate(other);
  },
  'first editor': () => removeEditor(activeEditor()),
};

describe('the conditions of all commands', () => {
  beforeEach(() => {
    const body = { closest: () => null };
    vi.stubGlobal('document', { body, activeElement: body, addEventListener: () => undefined });
  });
  afterEach(() => {
    for (let left = 0; left < 50; left++) removeEditor(activeEditor());
    for (const name of ['close', 'library', 'pointer', 'figures', 'empty trash', 'no drawer'])
      steps[name]?.();
    vi.unstubAllGlobals();
  });

  test('say every change, whatever is done: a menu that only listens is never out of date', () => {
    const conditions = conditionsOf(commands);
    const heard = new Map<Condition, boolean>(conditions.map((one) => [one, one.get()]));
    const stops = conditions.map((one) => one.subscribe(() => heard.set(one, one.get())));
    const changed = new Set<Condition>();
    const name = fc.constantFrom(...Object.keys(steps));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 60 }), (names) => {
        for (const step of names) {
          const before = conditions.map((one) => one.get());
          steps[step]?.();
          conditions.forEach((one, at) => {
            const now = one.get();
            if (now !== before[at]) changed.add(one);
            if (heard.get(one) !== now)
              throw new Error(`After "${step}" a condition is ${now} and did not say so.`);
          });
        }
      }),
      // One walk for all runs: how many conditions a walk reaches is a matter of chance.
      { seed: 17, numRuns: 150 },
    );
    for (const stop of stops) stop();
    // The steps reach all but the three drawers' and light theme's own, and the arrows' keyboard.
    expect(changed.size).toBeGreaterThan(new Set(conditions).size * 0.7);
  });

  test('are those of the editor that is active', () => {
    steps['editor']?.();
    openDesign(null);
    const seen: boolean[] = [];
    const stop = isOpen.subscribe(() => seen.push(isOpen.get()));
    steps['other editor']?.();
    expect(canUndo.get()).toBe(false);
    edit('Rename', [{ op: 'rename-design', name: 'Other' }]);
    expect(canUndo.get()).toBe(true);
    steps['first editor']?.();
    expect(canUndo.get()).toBe(false);
    expect(seen).toEqual([true, false]);
    stop();
  });
});
