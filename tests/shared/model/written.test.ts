import { describe, expect, test } from 'vitest';
import { fieldsOfLines, linesOfFields } from '../../../shared/edits/entity-fields';
import { addWritten } from '../../../shared/edits/written';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';

const blank = emptyDesign('blank', 'Blank', '2026-01-01T00:00:00Z');

describe('the written design', () => {
  test('is as sparse as before once what was written is removed', () => {
    const written = applyChanges(blank, [
      { op: 'patch-brief', patch: { problem: 'Short links', useCases: ['Shorten'] } },
      { op: 'write-section', section: 'goals', text: '**Fast**' },
      { op: 'put-written', list: 'decisions', entry: { id: 'd1', title: 'Cache' } },
    ]);
    expect(written.writing).toEqual({
      brief: { problem: 'Short links', useCases: ['Shorten'] },
      sections: { goals: '**Fast**' },
      decisions: [{ id: 'd1', title: 'Cache' }],
    });
    const removed = applyChanges(written, [
      { op: 'patch-brief', patch: { problem: '', useCases: [] } },
      { op: 'write-section', section: 'goals', text: ' ' },
      { op: 'remove-written', list: 'decisions', id: 'd1' },
    ]);
    expect(removed).toEqual(blank);
    expect(written.system).toBe(blank.system);
  });

  test('gives entries ids that no part has, and takes none that another has', () => {
    const result = addWritten(blank, { list: 'apis' });
    const once = applyChanges(blank, result.ok ? result.edit.changes : []);
    expect(once.writing?.apis).toEqual([{ id: 'api' }]);
    expect(applyChanges(once, [{ op: 'put-written', list: 'entities', entry: { id: 'api' } }])).toBe(once);
  });

  test('has the fields of an entity as lines', () => {
    const text = 'id: text, key\namount: decimal(10,2)\nowner: text, foreign key\nnote';
    const fields = fieldsOfLines(text);
    expect(fields).toEqual([
      { name: 'id', type: 'text', key: true },
      { name: 'amount', type: 'decimal(10,2)' },
      { name: 'owner', type: 'text', key: 'foreign key' },
      { name: 'note' },
    ]);
    expect(linesOfFields({ id: 'e', fields })).toBe(text);
  });
});
