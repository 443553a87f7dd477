import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createDocument } from '../../../renderer/store/editor/document';
import { createSelection } from '../../../renderer/store/editor/selection';
import { resolvedOf } from '../../../renderer/store/report';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { servicesInARow } from '../../support/services-in-a-row';

test('five thousand edits of a design of a thousand components take less than 150 MB', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const usedMb = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let now = 0;
  const opened = createDocument(createSelection(), () => now);
  opened.open(servicesInARow(1_000));
  const before = usedMb();
  for (let at = 0; at < 5_000; at += 1) {
    const id = `n${at % 1_000}`;
    now += 1_000;
    if (at % 3 === 0) opened.edit(`Rename ${id}`, [{ op: 'patch-node', id, patch: { name: `Name ${at}` } }]);
    else opened.edit('Move', [{ op: 'place', places: { [id]: { x: at, y: at % 7 } } }]);
    const design = at % 20 === 0 ? opened.design() : null;
    // What the window works out of a design while it is shown.
    if (design !== null) expect([resolvedOf(design), partBoxes(design)]).toHaveLength(2);
  }
  const taken = usedMb() - before;
  expect(opened.document.getState().past).toHaveLength(5_000);
  expect(taken).toBeLessThan(150);
}, 60_000);
