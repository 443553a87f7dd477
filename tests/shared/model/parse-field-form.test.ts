import { describe, expect, test } from 'vitest';
import { parseDesign } from '../../../shared/model/parse';
import { complaints, service, withSystem } from './small-documents';

describe('the form of a field', () => {
  const node = (fields: object) => withSystem({ nodes: [{ ...service, ...fields }] });
  test.each([
    ['a missing name', { format: 'loadline', version: 1, id: 'd', system: {} }, 'missing name'],
    ['a missing system', { format: 'loadline', version: 1, id: 'd', name: '' }, 'missing system'],
    ['an id with a space', node({ id: 'a b' }), 'bad-id system.nodes.0.id'],
    ['an id of 65 letters', node({ id: 'a'.repeat(65) }), 'bad-id system.nodes.0.id'],
    ['no replicas', node({ config: { replicas: 0 } }), 'too-small system.nodes.0.config.replicas'],
    ['half a replica', node({ config: { replicas: 1.5 } }), 'wrong-type system.nodes.0.config.replicas'],
    ['replicas as a text', node({ config: { replicas: '2' } }), 'wrong-type system.nodes.0.config.replicas'],
    ['a negative time', node({ config: { serviceMs: -1 } }), 'too-small system.nodes.0.config.serviceMs'],
    ['a share over one', node({ config: { hitRate: 1.1 } }), 'too-big system.nodes.0.config.hitRate'],
    ['a scale of three', node({ config: { scaleUp: 3 } }), 'not-one-of system.nodes.0.config.scaleUp'],
    ['an unknown layer', node({ layer: 'middle' }), 'not-one-of system.nodes.0.layer'],
    ['null for a name', node({ name: null }), 'wrong-type system.nodes.0.name'],
    ['nodes as an object', withSystem({ nodes: {} }), 'wrong-type system.nodes'],
    [
      'a place of one coordinate',
      { ...node({}), layout: { nodes: { api: { x: 1 } } } },
      'missing layout.nodes.api.y',
    ],
    [
      'an unknown layer target',
      withSystem({ targets: { layers: { middle: {} } } }),
      'unknown-field system.targets.layers.middle',
    ],
    [
      'a peak below the mean',
      withSystem({ workload: { peakFactor: 0.5 } }),
      'too-small system.workload.peakFactor',
    ],
  ])('%s is refused', (_, document, complaint) => {
    expect(complaints(parseDesign(document))).toEqual([complaint]);
  });

  test.each([
    ['some', 'not-one-of system.edges.0.flows'],
    [7, 'wrong-form system.edges.0.flows'],
    [['a b'], 'bad-id system.edges.0.flows.0'],
  ])('an edge cannot carry %j', (flows, complaint) => {
    const document = withSystem({ nodes: [service], edges: [{ id: 'e', from: 'api', to: 'api', flows }] });
    expect(complaints(parseDesign(document))).toEqual([complaint]);
  });
});
