import { describe, expect, test } from 'vitest';
import { readDesign, readDesignText } from '../../../shared/catalog/read';
import type { System } from '../../../shared/model/schema';

const withSystem = (system: System) => ({ format: 'loadline', version: 1, id: 'd', name: 'D', system });
const complaints = (system: System): readonly string[] => {
  const result = readDesign(withSystem(system));
  return result.ok ? [] : result.problems.map(({ key, path }) => `${key} ${path.join('.')}`);
};

describe('reading a design with the catalog at hand', () => {
  test('refuses a kind that is not in it', () => {
    expect(
      complaints({
        nodes: [
          { id: 'a', kind: 'service' },
          { id: 'b', kind: 'mainframe' },
        ],
      }),
    ).toEqual(['unknown-kind system.nodes.1.kind']);
  });

  test('refuses the misses of what is no cache beside its caller', () => {
    const system = (kind: string, config = {}): System => ({
      nodes: [
        { id: 'a', kind: 'service' },
        { id: 'b', kind, config },
        { id: 'c', kind: 'sql-database' },
      ],
      edges: [
        { id: 'e1', from: 'a', to: 'b' },
        { id: 'e2', from: 'a', to: 'c', onMissOf: 'b' },
      ],
    });
    expect(complaints(system('cache'))).toEqual([]);
    expect(complaints(system('service'))).toEqual(['miss-of-no-cache system.edges.1.onMissOf']);
    expect(complaints(system('cdn'))).toEqual(['miss-of-no-cache system.edges.1.onMissOf']);
    expect(complaints(system('custom'))).toEqual(['miss-of-no-cache system.edges.1.onMissOf']);
    expect(complaints(system('custom', { behaviour: 'aside-cache' }))).toEqual([]);
    expect(complaints(system('mainframe'))).toEqual(['unknown-kind system.nodes.1.kind']);
  });

  test('refuses a price book that it does not have, and names those that it has', () => {
    expect(complaints({ prices: { book: 'aws-moon-1' } })).toEqual(['unknown-price-book system.prices.book']);
    const result = readDesign(withSystem({ prices: { book: 'aws-moon-1' } }));
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.values['known']).toBe('aws-us-east-1, gcp-us-central1, azure-eastus, none');
    expect(complaints({ prices: { book: 'azure-eastus' } })).toEqual([]);
  });

  test('gives a sound design back itself, and hands on what the parser refuses', () => {
    const document = withSystem({ nodes: [{ id: 'a', kind: 'service' }] });
    const result = readDesign(document);
    expect(result.ok && result.value).toBe(document);
    expect(readDesignText(JSON.stringify(document)).ok).toBe(true);
    expect(readDesignText('{').ok).toBe(false);
  });
});
