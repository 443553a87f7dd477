import { afterEach, expect, test } from 'vitest';
import { routeKeeper } from '../../../renderer/canvas/edges/edge-routes';
import { nodeDeriver } from '../../../renderer/canvas/flow-nodes';
import { partBoxes } from '../../../renderer/canvas/part-boxes';
import { perform } from '../../../renderer/canvas/perform';
import { targetsOf } from '../../../renderer/canvas/tools/connect-nodes';
import { startRouteJobs } from '../../../renderer/engine/route-jobs';
import { currentDesign, openDesign } from '../../../renderer/store/document';
import { activeEditor } from '../../../renderer/store/editors';
import { setWords } from '../../../renderer/words/language';
import { protocolTitle } from '../../../renderer/words/protocol-words';
import { t } from '../../../renderer/words/t';
import { withPlaces } from '../../../shared/edits/arrange';
import { move } from '../../../shared/edits/move';
import { emptyDesign } from '../../../shared/model/empty-design';
import { choice, wordOf } from '../../../shared/model/fields/field';
import { own } from '../../../shared/model/own';
import type { Design } from '../../../shared/model/schema';
import { fakeJobWorkers } from '../../support/fake-job-worker';

/** Ids that every object has something under, without having it itself. */
const ids = ['constructor', '__proto__', 'toString'] as const;
const group = 'hasOwnProperty';

const design: Design = {
  ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
  system: {
    flows: [{ id: 'valueOf', kind: 'read', entry: 'constructor', rate: { rps: 10 } }],
    nodes: [
      { id: 'constructor', kind: 'client' },
      { id: '__proto__', kind: 'service', group },
      { id: 'toString', kind: 'sql-database' },
    ],
    edges: [
      { id: 'isPrototypeOf', from: 'constructor', to: '__proto__' },
      { id: '__defineGetter__', from: '__proto__', to: 'toString' },
    ],
    groups: [{ id: group, kind: 'region' }],
  },
};
const still = { places: {}, boxes: {} };

afterEach(() => openDesign(null));

test('parts whose ids every object inherits get a place, are drawn there and are called', () => {
  const laidOut = withPlaces(design);
  for (const id of ids) expect(own(laidOut.layout?.nodes, id), id).toMatchObject({ x: expect.any(Number) });
  expect(own(laidOut.layout?.groups, group)).toMatchObject({ width: expect.any(Number) });
  const drawn = nodeDeriver()(laidOut, new Set(), still);
  expect(drawn.map(({ id }) => id).toSorted()).toEqual([...ids, group].toSorted());
  for (const { id, position } of drawn) expect(Number.isFinite(position.x + position.y), id).toBe(true);
  const moved = { places: { other: { x: 1, y: 1 } }, boxes: {} };
  const routes = routeKeeper(startRouteJobs(fakeJobWorkers().spawn), () => {})(laidOut, moved, new Map(), '');
  expect([...routes.values()].map(({ path }) => path).join()).not.toMatch(/NaN|undefined/);
  expect(routes.size).toBe(2);
});

test('they are moved as any other', () => {
  openDesign(withPlaces(design));
  const before = currentDesign() ?? design;
  perform(activeEditor(), move(before, { ids: [...ids, group], dx: 40, dy: 20 }));
  const after = currentDesign() ?? design;
  for (const id of [...ids, group]) {
    const [from, to] = [partBoxes(before).get(id), partBoxes(after).get(id)];
    expect({ x: (to?.x ?? 0) - 40, y: (to?.y ?? 0) - 20 }, id).toEqual({ x: from?.x, y: from?.y });
  }
});

test('the nearest of them is offered first as what another calls', () => {
  const nodes = (design.system.nodes ?? []).toReversed();
  const places = { constructor: { x: 0, y: 0 }, toString: { x: 100, y: 0 } };
  const partly = { ...design, system: { ...design.system, nodes }, layout: { nodes: places } };
  // One without a place counts as being where the caller is.
  expect(targetsOf(partly, 'constructor').map(({ id }) => id)).toEqual(['__proto__', 'toString']);
});

test('words that every object inherits are words like any other', () => {
  setWords({});
  for (const word of ids) {
    expect(t(word)).toBe(word);
    expect(t(`{${word}}`)).toBe(`{${word}}`);
    expect(wordOf(choice(['a'], { a: 'A' }).shape, word)).toBe(word);
    expect(protocolTitle(word)).toBe(word);
  }
});
