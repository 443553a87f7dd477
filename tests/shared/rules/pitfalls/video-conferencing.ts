import { sketch } from '../../../../shared/rules/sketch';
import type { Pitfall } from './pitfall';

export const conferencing: readonly Pitfall[] = [
  {
    title: 'media over TCP',
    rules: ['media-over-tcp'],
    design: sketch({ user: 'client', media: 'media-server' }, 'user -> media', {
      edges: { 'user -> media': { protocol: 'tcp' } },
    }),
  },
  {
    title: 'media through a balancer of layer 7',
    rules: ['media-over-tcp'],
    design: sketch({ user: 'client', lb: 'load-balancer', media: 'media-server' }, 'user -> lb -> media'),
  },
  {
    title: 'media servers of one region for the world',
    rules: ['far-users'],
    design: sketch({ user: 'client', media: 'media-server' }, 'user -> media', {
      flows: { calls: { rps: 100 } },
      edges: { 'user -> media': { protocol: 'webrtc' } },
      system: { workload: { audience: 'global' } },
    }),
  },
  {
    title: 'rooms are kept in memory only',
    rules: ['sessions-in-memory'],
    design: sketch({ user: 'client', lb: 'load-balancer', rooms: 'service' }, 'user -> lb -> rooms', {
      config: { rooms: { sessions: 'in-memory' } },
    }),
  },
];
