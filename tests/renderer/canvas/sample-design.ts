import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

/** A client, a service and a store; the service is in a zone, the store beside it. */
export function sampleDesign(): Design {
  return {
    ...emptyDesign('sample', 'Sample', '2026-01-01T00:00:00.000Z'),
    system: {
      nodes: [
        { id: 'user', kind: 'client' },
        { id: 'api', kind: 'service', group: 'east' },
        { id: 'db', kind: 'sql-database' },
      ],
      edges: [
        { id: 'user-api', from: 'user', to: 'api' },
        { id: 'api-db', from: 'api', to: 'db' },
      ],
      flows: [{ id: 'read', kind: 'read', name: 'Read', entry: 'user', rate: { rps: 1000 } }],
      groups: [
        { id: 'east', kind: 'zone', name: 'East' },
        { id: 'west', kind: 'zone', name: 'West' },
      ],
    },
    layout: {
      nodes: { user: { x: 0, y: 0 }, api: { x: 300, y: 0 }, db: { x: 900, y: 0 } },
      groups: {
        east: { x: 260, y: -60, width: 300, height: 220 },
        west: { x: 260, y: 300, width: 300, height: 220 },
      },
      marks: [{ id: 'note', kind: 'note', x: 280, y: 110, width: 80, height: 40, text: 'hot' }],
    },
  };
}
