import { figures, type Lesson, lessonDesign, utilizationOf } from './lesson';

const machines = [
  { title: '1 server, size ×1', replicas: 1, scaleUp: 1 },
  { title: '1 server, size ×2', replicas: 1, scaleUp: 2 },
  { title: '1 server, size ×4', replicas: 1, scaleUp: 4 },
  { title: '2 servers, size ×1', replicas: 2, scaleUp: 1 },
  { title: '4 servers, size ×1', replicas: 4, scaleUp: 1 },
  { title: '8 servers, size ×1', replicas: 8, scaleUp: 1 },
] as const;

const designAt = (replicas: number, scaleUp: 1 | 2 | 4) =>
  lessonDesign('scaling', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      { lb: { kind: 'load-balancer', name: 'Load balancer' } },
      {
        server: {
          kind: 'service',
          name: 'Servers',
          config: { replicas, scaleUp, concurrency: 2, serviceMs: 5 },
        },
      },
    ],
    edges: [
      { id: 'enter', from: 'client', to: 'lb' },
      { id: 'call', from: 'lb', to: 'server' },
    ],
    flow: { name: 'Reads', kind: 'read', rate: { rps: 300 } },
  });

export const scaling: Lesson = {
  id: 'scaling',
  title: 'Vertical against horizontal scaling',
  text: 'A larger server (vertical) and more servers (horizontal) both raise the throughput. Only more servers raise the availability, since one can fail; only a larger one needs no load balancer and no state kept elsewhere, and there is a largest size.',
  turn: {
    title: 'Servers',
    positions: machines.map(({ title, replicas, scaleUp }) => ({
      amount: { title },
      design: designAt(replicas, scaleUp),
    })),
    start: 0,
  },
  figures: [figures.maxRate, utilizationOf('Utilization', 'server'), figures.availability, figures.cost],
};
