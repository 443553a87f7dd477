import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { fallbackChoices, setFallback } from '../../../shared/edits/fallbacks';
import { editOf } from '../../../shared/edits/operations';
import { applyChanges } from '../../../shared/model/apply';
import { parseDesign } from '../../../shared/model/parse';
import { edgesOf } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';

const design = sketch(
  { user: 'client', api: 'service', db: 'sql-database', cache: 'cache', other: 'service' },
  'user -> api -> db, api -> cache, other -> db',
  { flows: { reads: { rps: 100 } } },
);
const idOf = (from: string, to: string): string =>
  edgesOf(design).find((edge) => edge.from === from && edge.to === to)?.id ?? '';
const [store, cache] = [idOf('api', 'db'), idOf('api', 'cache')];

describe('a fallback', () => {
  test('is of another call of the same caller', () => {
    expect(fallbackChoices(design, cache).map(({ id }) => id)).toEqual([store]);
    expect(fallbackChoices(design, idOf('other', 'db'))).toEqual([]);
    expect(setFallback(design, { id: cache, of: idOf('other', 'db') }).ok).toBe(false);
    expect(setFallback(design, { id: 'none', of: store }).ok).toBe(false);
  });

  test('carries no load until it is a plain call again', () => {
    const made = editOf(design, { op: 'set-fallback', id: cache, of: store });
    if (!made.ok) throw new Error(made.reason.text);
    const next = applyChanges(design, made.edit.changes);
    expect(parseDesign(next).ok).toBe(true);
    const offered = (of: typeof design) => {
      const result = analyze(resolve(of), { percentiles: false });
      return result.ok ? result.analysis.nodes.find(({ id }) => id === 'cache')?.offeredRps : null;
    };
    expect(offered(design)).toBe(100);
    expect(offered(next)).toBe(0);
    const back = setFallback(next, { id: cache, of: null });
    if (!back.ok) throw new Error(back.reason.text);
    expect(applyChanges(next, back.edit.changes)).toEqual(design);
  });

  test('has none of its own, and is none of a fallback', () => {
    const made = setFallback(design, { id: cache, of: store });
    if (!made.ok) throw new Error(made.reason.text);
    const next = applyChanges(design, made.edit.changes);
    expect(fallbackChoices(next, store)).toEqual([]);
  });
});
