import { expect, test } from 'vitest';
import { resolvedOf } from '../../../../shared/catalog/resolved-index';
import { newEdge } from '../../../../shared/edits/new-edge';
import { applyChanges } from '../../../../shared/model/apply';
import { rules } from '../../../../shared/rules';
import { sketch } from '../../../../shared/rules/sketch';
import { findingsOf } from '../assess';

/** Every finding of every example with a quick fix that draws a call. */
const drawing = rules.flatMap((rule) =>
  rule.examples.invalid.flatMap(({ title, design }) =>
    findingsOf(design).flatMap(({ rule: by, quickFix }) =>
      by === rule.id && quickFix?.changes.some(({ op }) => op === 'add-edge')
        ? [{ fix: `${quickFix.id} in ${title}`, design, changes: quickFix.changes }]
        : [],
    ),
  ),
);

test('quick fixes that draw calls are found', () => {
  expect(drawing.length).toBeGreaterThanOrEqual(8);
});

test.each(drawing)('$fix speaks as whoever draws the call does', ({ design, changes }) => {
  const { nodes } = resolvedOf(applyChanges(design, changes));
  for (const change of changes) {
    if (change.op !== 'add-edge') continue;
    const [caller, callee] = [nodes.get(change.edge.from), nodes.get(change.edge.to)];
    if (caller === undefined || callee === undefined) throw new Error('An end of the call is not there.');
    const { id, from, to } = change.edge;
    const { protocol = 'https' } = newEdge({ id, from, to }, caller, callee);
    expect(change.edge.protocol ?? 'https').toBe(protocol);
  }
});

test('a client that is added signs in as seldom as one that is drawn', () => {
  const design = sketch({ api: 'service', login: 'identity-provider' }, '', { flows: {} });
  const fix = findingsOf(design).find(({ quickFix }) => quickFix?.id === 'add-client')?.quickFix;
  const calls = fix?.changes.flatMap((change) =>
    change.op === 'add-edge' ? [[change.edge.to, change.edge.calls ?? 1]] : [],
  );
  expect(calls).toEqual([
    ['api', 1],
    ['login', 0.01],
  ]);
});
