import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../shared/catalog/index';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { checklistEdit, checklists } from '../../../shared/practice/checklists';
import { templateOf } from '../../../shared/templates/index';

const items = Object.values(checklists).flat();
const design = templateOf('tinyurl')?.design ?? emptyDesign('a', 'Empty', '2026-01-05T10:00:00.000Z');

describe('a checklist', () => {
  test.each(items)('$title is added to a drawn design', (item) => {
    const result = checklistEdit(design, item, null);
    expect(result.ok && applyChanges(design, result.edit.changes)).not.toBe(design);
    expect(result.ok).toBe(true);
  });

  test.each(items)('$title is refused with a reason where nothing is drawn', (item) => {
    const result = checklistEdit(emptyDesign('a', 'Empty', '2026-01-05T10:00:00.000Z'), item, null);
    expect(result).toMatchObject({ ok: false });
  });

  test('names kinds that there are', () => {
    for (const { adds } of items) {
      if ('beside' in adds) expect(kindOf(adds.beside), adds.beside).toBeDefined();
      if ('before' in adds) expect(kindOf(adds.before), adds.before).toBeDefined();
    }
  });

  test('adds it to the component that is selected', () => {
    const item = items.find(({ id }) => id === 'metrics');
    const result = item === undefined ? null : checklistEdit(design, item, 'links');
    const changes = result?.ok === true ? result.edit.changes : [];
    const callers = changes.flatMap((change) => (change.op === 'add-edge' ? [change.edge.from] : []));
    expect(callers).toEqual(['links']);
  });
});
