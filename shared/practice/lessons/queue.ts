import { figures, type Lesson, lessonDesign, utilizationOf } from './lesson';

const rates = [100, 400, 600, 800, 900, 950, 990, 1_100] as const;

/** One server of one place and 1 ms: utilization is the rate ÷ 1 000. */
const designAt = (rps: number) =>
  lessonDesign('queue', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      {
        server: {
          kind: 'service',
          name: 'One server',
          config: { replicas: 1, concurrency: 1, serviceMs: 1, cv: 1, delayMs: 0 },
        },
      },
    ],
    edges: [{ id: 'call', from: 'client', to: 'server' }],
    flow: { name: 'Reads', kind: 'read', rate: { rps } },
  });

export const queue: Lesson = {
  id: 'queue',
  title: 'A queue: latency against utilization',
  text: 'The server works 1 ms on each request. Latency grows as 1 ÷ (1 − utilization): p99 doubles from half to three quarters, and is without bound at 100 %. That is why a design is planned for 60 to 80 % at peak.',
  turn: {
    title: 'Offered load',
    positions: rates.map((rps) => ({ amount: { rps }, design: designAt(rps) })),
    start: 1,
  },
  figures: [utilizationOf('Utilization', 'server'), figures.p99],
};
