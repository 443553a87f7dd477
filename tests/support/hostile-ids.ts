import type { Design } from '../../shared/model/schema';

/** Ids that an object has as names of its own already, in the order in which they sort. */
export const hostileIds = [
  '__defineGetter__',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'length',
  'toString',
  'valueOf',
] as const;

/** Stand-ins in a design for ids that are put there; no other word of it is written so. */
const standIns = ['@0', '@1', '@2', '@3', '@4', '@5', '@6'] as const;

/** A design that has one of everything that is named by ids, its ids written as stand-ins. */
const template = {
  format: 'loadline',
  version: 1,
  id: 'ids',
  name: 'Ids',
  system: {
    workload: { dailyActiveUsers: 1_000_000, requestsPerUserPerDay: 10, retentionYears: 1 },
    flows: [
      {
        id: '@0',
        name: 'Read',
        kind: 'read',
        entry: 'user',
        rate: { rps: 800 },
        targets: { p99Ms: 20, availability: 0.9999 },
      },
      { id: 'write', name: 'Write', kind: 'write', entry: 'user', rate: { rps: 50 }, storedBytes: 500 },
    ],
    nodes: [
      { id: 'user', kind: 'client', name: 'Users' },
      { id: 'balancer', kind: 'load-balancer', name: 'Balancer', group: '@4' },
      { id: '@1', kind: 'service', name: 'Service', group: '@4', config: { replicas: 2 } },
      { id: '@2', kind: 'cache', name: 'Cache', group: 'zone', config: { hitRates: { '@0': 0.5 } } },
      { id: 'store', kind: 'sql-database', name: 'Store', group: 'zone' },
    ],
    edges: [
      { id: 'e1', from: 'user', to: 'balancer' },
      { id: 'e2', from: 'balancer', to: '@1' },
      { id: '@3', from: '@1', to: '@2', flows: ['@0'], step: 1 },
      { id: 'e4', from: '@1', to: 'store', flows: ['@0'], onMissOf: '@2', step: 2 },
      { id: 'e5', from: '@1', to: 'store', flows: ['write'] },
    ],
    groups: [
      { id: 'zone', kind: 'zone', name: 'Zone', parent: '@4' },
      { id: '@4', kind: 'region', name: 'Region' },
      { id: '@5', kind: 'frame', name: 'Empty frame' },
    ],
    practices: { '@5': { answer: 'yes' }, logs: { answer: 'no' } },
    suppressions: [
      { rule: 'single-point-of-failure', target: '@1', reason: 'Known' },
      { rule: '@6', target: '@2', reason: 'A rule that is not there' },
    ],
  },
  layout: {
    nodes: { user: { x: 0, y: 0 }, '@1': { x: 600, y: 40 }, store: { x: 900, y: 0 } },
    groups: { '@4': { x: 260, y: -60, width: 1200, height: 400 } },
    edges: { '@3': { points: [{ x: 700, y: 200 }] } },
    marks: [{ id: '@6', kind: 'note', x: 0, y: 300, text: 'A note' }],
  },
  writing: { sections: { '@0': 'A section' } },
} as const;

/** The design with these seven ids in it. */
export function designWithIds(ids: readonly string[], parts: 'placed' | 'unplaced' = 'placed'): Design {
  const whole = parts === 'placed' ? template : { ...template, layout: undefined };
  let text = JSON.stringify(whole);
  standIns.forEach((standIn, i) => {
    text = text.replaceAll(`"${standIn}"`, JSON.stringify(ids[i] ?? standIn));
  });
  return JSON.parse(text) as Design;
}

/** An id of one more letter: it represents one of them in a design that nothing is wrong with, and sorts as it does. */
export const ordinaryOf = (id: string): string => `${id}x`;

/** A value as text, the ordinary ids in it written as those that they represent. */
export function withHostileIds(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  // Markdown has a backslash before each underscore.
  const ids = hostileIds.map((id) => id.replaceAll('_', '\\\\*_'));
  return text.replace(new RegExp(`(${ids.join('|')})x`, 'g'), '$1');
}
