import {
  assumed,
  listPrice,
  managedAvailability,
  managedReplicas,
  requestPrice,
  serverAvailability,
  sla,
  sourced,
} from '../basis';
import type { Defaults, Kind } from '../kind';

const phoenixTest = 'https://phoenixframework.org/blog/the-road-to-2-million-websocket-connections';

const provider: Defaults = {
  replicas: managedReplicas,
  concurrency: assumed(100, 'Grows by itself: 20 000 messages a second at 5 ms each', [25, 5000]),
  serviceMs: assumed(5, 'p99 30 ms', [1, 50]),
  cv: assumed(1.29, 'p99 30 ms ÷ mean 5 ms of a gamma service time', [0.5, 3]),
  instanceAvailability: managedAvailability,
  connectionsPerReplica: assumed(
    500_000,
    'Grows by itself; the rate of new ones has a quota',
    [10_000, 10_000_000],
  ),
  requestUsdPerMillion: requestPrice(
    1,
    'Messages; 0.25 a million minutes of connection are not counted',
    'https://aws.amazon.com/api-gateway/pricing/',
  ),
  unitCostUsd: listPrice(
    0,
    'No fixed price; about 1.00 US dollar a million messages and 0.25 a million minutes',
  ),
};

/** Holds connections open and passes each message on to one service. */
export const websocketGateway: Kind = {
  id: 'websocket-gateway',
  title: 'WebSocket gateway',
  layer: 'traffic',
  icon: 'radio-tower',
  behaviour: 'distributor',
  maxScaleUp: 8,
  purpose: 'Keeps a connection open to each person, passes messages on to services and pushes answers back.',
  keywords: [
    'websocket',
    'ws',
    'realtime',
    'push',
    'live',
    'connection',
    'chat',
    'sse',
    'long polling',
    'presence',
  ],
  protocol: 'wss',
  technologies: [
    { name: 'Socket.IO', aliases: ['socketio', 'engine.io', 'uwebsockets'] },
    { name: 'Phoenix Channels', aliases: ['phoenix', 'elixir', 'erlang'] },
    { name: 'SignalR', aliases: ['asp.net signalr'] },
    { name: 'Centrifugo', aliases: ['centrifuge'] },
    {
      name: 'API Gateway WebSocket',
      aliases: ['aws websocket api'],
      managed: true,
      defaults: { ...provider, slaAvailability: sla(0.9995, 'API Gateway') },
    },
    { name: 'Azure Web PubSub', aliases: ['azure signalr'], managed: true, defaults: provider },
    { name: 'Ably', aliases: ['pusher', 'pubnub'], managed: true, defaults: provider },
  ],
  defaults: {
    replicas: assumed(2, 'Two, so that one may fail; the other must hold all connections', [1, 1000]),
    concurrency: assumed(50, '50 000 messages a second out of one server at 1 ms each', [10, 500]),
    serviceMs: assumed(1, 'A message to one connection, p99 10 ms', [0.1, 20]),
    cv: assumed(2.05, 'p99 10 ms ÷ mean 1 ms of a gamma service time', [0.5, 3]),
    connectionsPerReplica: sourced(
      50_000,
      'Two million idle ones on 40 cores is 50 000 a core; that many are taken for a whole server with messages on them',
      phoenixTest,
      [10_000, 2_000_000],
    ),
    instanceAvailability: serverAvailability,
    failover: assumed(false, 'A message goes to the service that it is for'),
    unitCostUsd: listPrice(250, 'Eight virtual CPUs and 16 GB'),
  },
  main: ['replicas', 'connectionsPerReplica', 'serviceMs', 'failover', 'scaleUp'],
  more: [
    'healthChecks',
    'concurrency',
    'algorithm',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'rateLimitRps',
    'authentication',
    'webFirewall',
    'healthCheckSeconds',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
