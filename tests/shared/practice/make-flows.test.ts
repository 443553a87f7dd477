import { describe, expect, test } from 'vitest';
import { add } from '../../../shared/edits/add';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';
import { atProblemLoad } from '../../../shared/practice/at-problem-load';
import { makeFlows } from '../../../shared/practice/make-flows';
import { sketch } from '../../../shared/rules/sketch';
import { smallProblem } from './small-problem';

function made(design: Design, typed: Readonly<Record<string, number>> = {}): Design {
  const result = makeFlows(design, smallProblem, typed);
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

const ratesOf = (design: Design) => design.system.flows?.map(({ id, entry, rate }) => [id, entry, rate.rps]);
const blank = emptyDesign('blank', 'Blank', '2026-01-01T00:00:00Z');

describe('the flows of a problem', () => {
  test('start at a client that is added to an empty design', () => {
    const design = made(blank);
    expect(design.system.nodes?.map(({ kind }) => kind)).toEqual(['client']);
    const client = design.system.nodes?.[0]?.id;
    expect(ratesOf(design)).toEqual([
      ['redirect', client, 11_600],
      ['shorten', client, 116],
    ]);
  });

  test('take the place of the flow that a client brought and nobody touched', () => {
    const added = add(blank, { kind: 'client' });
    if (!added.ok) throw new Error(added.reason.text);
    const design = made(applyChanges(blank, added.edit.changes));
    expect(ratesOf(design)?.map(([id]) => id)).toEqual(['redirect', 'shorten']);
    const own = sketch({ user: 'client', api: 'service' }, 'user -> api', { flows: { health: { rps: 7 } } });
    expect(ratesOf(made(own))).toEqual([
      ['health', 'user', 7],
      ['redirect', 'user', 11_600],
      ['shorten', 'user', 116],
    ]);
  });

  test('have the rates that were typed, and their own where none was', () => {
    expect(ratesOf(made(blank, { redirect: 9000 }))?.map(([, , rps]) => rps)).toEqual([9000, 116]);
  });

  test('made twice are there once', () => {
    const design = made(blank);
    expect(made(design)).toEqual(design);
  });
});

describe('the load of a problem', () => {
  const named = sketch({ user: 'client', api: 'service' }, 'user -> api', {
    flows: {
      'flow-1': { name: 'Redirects', rps: 5 },
      'flow-2': { name: 'Anything', kind: 'write', rps: 5 },
      health: { rps: 7 },
    },
  });

  test('finds flows by id, by a word of the name, and as the only one left of a kind', () => {
    const { matched, missing } = atProblemLoad(smallProblem, named);
    expect(matched.map(({ asked, drawn }) => [asked.id, drawn.id])).toEqual([
      ['redirect', 'flow-1'],
      ['shorten', 'flow-2'],
    ]);
    expect(missing).toEqual([]);
  });

  test('sets rates and targets, and leaves other flows as they are', () => {
    const { design } = atProblemLoad(smallProblem, named);
    expect(design.system.flows?.map(({ rate, targets }) => [rate.rps, targets])).toEqual([
      [11_600, { p99Ms: 100 }],
      [116, undefined],
      [7, undefined],
    ]);
    expect(design.system.targets).toEqual({ rpoSeconds: 60 });
  });

  test('names the flows that are not drawn', () => {
    const reads = sketch({ user: 'client', api: 'service' }, 'user -> api');
    expect(atProblemLoad(smallProblem, reads).missing.map(({ id }) => id)).toEqual(['shorten']);
  });
});
