import Ajv from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { emptyDesign } from '../../../shared/model/empty-design';
import { designJsonSchema } from '../../../shared/model/json-schema';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(designJsonSchema());

describe('the JSON Schema of a design', () => {
  test('takes an empty design', () => {
    expect(validate(emptyDesign('d', 'Nothing yet', '2026-01-01T00:00:00Z'))).toBe(true);
  });

  test('takes unknown fields, wherever they stand', () => {
    const design = {
      ...emptyDesign('d', 'Later', '2026-01-01T00:00:00Z'),
      later: 1,
      system: { nodes: [{ id: 'a', kind: 'service', config: { replicas: 2, later: true } }] },
    };
    expect(validate(design)).toBe(true);
  });

  test('refuses a count of nothing, a share over one and a misspelt mode', () => {
    const withNode = (config: object) => ({
      ...emptyDesign('d', 'Bad', '2026-01-01T00:00:00Z'),
      system: { nodes: [{ id: 'a', kind: 'service', config }] },
    });
    expect(validate(withNode({ replicas: 0 }))).toBe(false);
    expect(validate(withNode({ hitRate: 1.01 }))).toBe(false);
    expect(validate(withNode({ replication: 'asynchronous' }))).toBe(false);
    expect(validate(withNode({ replicas: 1, hitRate: 1, replication: 'async' }))).toBe(true);
  });

  test('says what it is and which dialect it speaks', () => {
    expect(designJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Loadline design',
      required: ['format', 'version', 'id', 'name', 'system'],
    });
  });
});
