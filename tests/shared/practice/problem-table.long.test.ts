import { expect, test } from 'vitest';
import { loadProblem, problemIds } from '../../../shared/practice/problems/index';
import { problemLine, problemTable } from '../../support/problem-table';

/** `LOADLINE_TABLE=1` prints it, for a note or a release. */
test('problem by problem the reference meets every target without an error or a warning', async () => {
  const lines = [];
  for (const id of problemIds) lines.push(problemLine(await loadProblem(id)));
  if (process.env['LOADLINE_TABLE'] !== undefined) process.stdout.write(`${problemTable(lines)}\n`);
  expect(lines).toHaveLength(11);
  for (const { problem, targets, findings } of lines) {
    expect([problem, targets]).toEqual([problem, expect.stringMatching(/^(\d+) of \1 met$/)]);
    expect([problem, findings]).toEqual([problem, expect.stringMatching(/^0 errors, 0 warnings/)]);
  }
}, 120_000);
