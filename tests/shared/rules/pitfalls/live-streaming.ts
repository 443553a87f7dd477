import { sketch } from '../../../../shared/rules/sketch';
import { type Pitfall, write } from './pitfall';

export const streaming: readonly Pitfall[] = [
  {
    title: 'the origin answers all viewers',
    rules: ['no-cdn', 'egress-cost'],
    design: sketch({ user: 'client', origin: 'service' }, 'user -> origin', {
      flows: { segments: { rps: 1000, cacheable: true, responseBytes: 1_000_000 } },
      system: { workload: { audience: 'global' } },
    }),
  },
  {
    title: 'what is taken in waits for the transcoder',
    rules: ['deferrable-work'],
    design: sketch(
      { studio: 'client', ingest: 'service', ladder: 'transcoder' },
      'studio -> ingest -> ladder',
      {
        flows: { segments: { ...write, rps: 1 } },
        config: { ladder: { serviceMs: 2000, replicas: 8 } },
      },
    ),
  },
  {
    title: 'all rungs for every stream cost too much',
    rules: ['over-budget', 'budget-below-minimum'],
    design: sketch({ studio: 'client', ladder: 'transcoder' }, 'studio -> ladder', {
      flows: { segments: { ...write, rps: 10 } },
      config: { ladder: { replicas: 600, unitCostUsd: 250 } },
      system: { targets: { monthlyCostUsd: 10_000 } },
    }),
  },
  {
    title: 'a line of chat goes to everyone while the writer waits',
    rules: ['wide-fan-out', 'saturated'],
    design: sketch({ user: 'client', chat: 'service', sockets: 'service' }, 'user -> chat -> sockets', {
      flows: { lines: { ...write, rps: 50 } },
      edges: { 'chat -> sockets': { calls: 200_000 } },
    }),
  },
  {
    title: 'one point of ingest in one zone',
    rules: ['one-zone', 'single-point-of-failure'],
    design: sketch({ studio: 'client', ingest: 'service' }, 'studio -> ingest', {
      flows: { segments: { ...write, rps: 10, targets: { availability: 0.9995 } } },
      config: { ingest: { multiZone: false } },
    }),
  },
];
