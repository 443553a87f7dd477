import { beforeEach, describe, expect, test } from 'vitest';
import { otherChoices, otherDesign } from '../../../../renderer/dialogs/compare/other-designs';
import { currentDesign, edit, openDesign, undo, useDocument } from '../../../../renderer/store/document';
import { designAtStep } from '../../../../renderer/store/editor/document';
import { emptyDesign } from '../../../../shared/model/empty-design';

const started = emptyDesign('d1', 'Shop', '2026-12-01T00:00:00Z');
const named = (name: string): void => {
  edit(`Name it ${name}`, [{ op: 'rename-design', name }]);
};

beforeEach(() => {
  openDesign(started);
});

describe('what a design is compared with', () => {
  test('a new design of an empty library: nothing', () => {
    expect(otherChoices(useDocument.getState(), [], [])).toEqual([]);
  });

  test('itself as it was opened first, then its steps but the one that is shown, then its versions, then the other designs', () => {
    for (const name of ['A', 'B', 'C']) named(name);
    undo();
    const library = ['d1', 'd2'].map((id) => ({ id, name: id, createdAt: '', updatedAt: '', nodeCount: 0 }));
    const versions = [{ key: 'd1 2026', design: 'd1', savedAt: '2026-12-01T00:00:00Z', name: 'Shipped' }];
    expect(otherChoices(useDocument.getState(), library, versions).map(({ value }) => value)).toEqual([
      'step 0',
      'step 3',
      'step 1',
      'version d1 2026',
      'design d2',
    ]);
  });

  test('each step is the design as it was then, undone ones included, and the open design stays', async () => {
    for (const name of ['A', 'B', 'C']) named(name);
    undo();
    const names = await Promise.all(
      [0, 1, 2, 3].map(async (done) => {
        const other = await otherDesign(`step ${done}`, useDocument.getState());
        return other.ok ? other.design.name : null;
      }),
    );
    expect(names).toEqual(['Shop', 'A', 'B', 'C']);
    expect(currentDesign()?.name).toBe('B');
    expect(designAtStep(useDocument.getState(), 4)).toBeNull();
  });
});
