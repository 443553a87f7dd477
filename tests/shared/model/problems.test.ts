import { describe, expect, test } from 'vitest';
import { english, type Language } from '../../../shared/math/language';
import { parseDesign, parseDesignText } from '../../../shared/model/parse';
import { describeProblem } from '../../../shared/model/problems';
import { service, withSystem } from './small-documents';

describe('a problem in words', () => {
  const words = (document: unknown): string | undefined => {
    const result = parseDesign(document);
    return result.ok ? undefined : result.problems.map((problem) => describeProblem(problem)).join('\n');
  };

  test('names the place, the fault and the fix', () => {
    expect(words(withSystem({ nodes: [{ ...service, config: { replicas: 0 } }] }))).toBe(
      'system.nodes[0].config.replicas: Must be at least 1, but is 0. Correct or remove it.',
    );
    expect(words(withSystem({ nodes: [{ ...service, config: { replicas: 1.5 } }] }))).toBe(
      'system.nodes[0].config.replicas: Must be a whole number, but is 1.5. Correct or remove it.',
    );
    expect(words({ format: 'loadline', version: 9 })).toBe(
      'version: The file is of version 9, newer than version 1 that this program knows. Update Loadline to open it.',
    );
    expect(words(withSystem({ edges: [{ id: 'e', from: 'a', to: 'a' }] }))).toContain(
      'system.edges[0].from: "e" names the node "a", which does not exist.',
    );
  });

  test('is in the language that it is given, also what was found', () => {
    const bracketed: Language = { ...english, templateOf: (text) => `<${text}>` };
    const result = parseDesign({ format: [], version: 1 });
    const found = result.ok
      ? []
      : result.problems.map((problem) => describeProblem(problem, undefined, bracketed));
    expect(found[0]).toContain('but is <an empty list>.');
  });

  test('says of what is not JSON what stands there and what belongs there', () => {
    const said = (text: string): string => {
      const result = parseDesignText(text);
      return result.ok ? '' : result.problems.map((problem) => describeProblem(problem)).join();
    };
    expect(said('{"a": 1,}')).toBe(
      'This is not JSON: line 1, column 9 has "}" where a name in double quotes belongs. Fix the text there, or choose another file.',
    );
    expect(said('[1')).toContain('column 3 has the end of the file where a comma or "]" belongs.');
  });

  test('quotes a field whose name is no word', () => {
    const document = { ...withSystem({}), layout: { nodes: { 'a b': { x: 0, y: 0 } } } };
    expect(words(document)).toContain('layout.nodes["a b"]: An id has 1 to 64 letters');
  });

  test('leaves no placeholder unfilled, whatever is wrong', () => {
    const broken = [
      {},
      [],
      withSystem({
        nodes: [{ id: 'x', kind: 3, layer: 1, config: { hitRate: 2, replicas: -1, algorithm: 'best' } }],
      }),
      withSystem({
        edges: [{ id: 'e', from: 'a', to: 'b', flows: 4 }],
        groups: [{ id: 'g', kind: 'zone', parent: 'g' }],
      }),
    ];
    for (const document of broken) expect(words(document)).not.toMatch(/\{\w+\}/);
  });
});
