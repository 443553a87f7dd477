import { assumed, listPrice, serverAvailability } from '../basis';
import type { Kind } from '../kind';
import { envoyDefaults } from './proxy-defaults';

/** HTTP and JSON outside, gRPC inside; each call goes to the one service that has its method. */
export const grpcGateway: Kind = {
  id: 'grpc-gateway',
  title: 'gRPC gateway',
  layer: 'traffic',
  icon: 'plug',
  behaviour: 'distributor',
  maxScaleUp: 8,
  purpose: 'Turns HTTP and JSON into gRPC and passes each call on to the service that has its method.',
  keywords: ['grpc', 'protobuf', 'transcoding', 'json', 'rpc', 'http/2', 'gateway', 'connect'],
  technologies: [
    { name: 'grpc-gateway', aliases: ['grpc ecosystem gateway', 'go grpc gateway'] },
    {
      name: 'Envoy transcoder',
      icon: 'envoyproxy',
      aliases: ['envoy grpc', 'grpc-web'],
      defaults: envoyDefaults,
    },
    { name: 'Connect', aliases: ['connectrpc', 'buf connect'] },
    { name: 'Google Cloud Endpoints', aliases: ['cloud endpoints', 'esp'] },
  ],
  defaults: {
    replicas: assumed(2, 'A pair, so that one may fail', [1, 50]),
    concurrency: assumed(10, '10 000 calls a second on two virtual CPUs at 1 ms each', [4, 200]),
    serviceMs: assumed(1, 'Turns a small body into a message and back, p99 6 ms', [0.3, 10]),
    cv: assumed(1.29, 'p99 6 ms ÷ mean 1 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: serverAvailability,
    failover: assumed(false, 'Routes by method: another service could not answer in its place'),
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'failover', 'scaleUp'],
  more: [
    'healthChecks',
    'algorithm',
    'cv',
    'hotShare',
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'connectionsPerReplica',
    'rateLimitRps',
    'authentication',
    'webFirewall',
    'healthCheckSeconds',
    'instanceAvailability',
    'multiZone',
    'unitCostUsd',
  ],
};
