import { expect, test } from 'vitest';
import { chattyClient } from '../../../shared/rules/api/chatty-client';
import { grpcFromBrowser } from '../../../shared/rules/api/grpc-from-browser';
import { pinnedGrpcStreams } from '../../../shared/rules/api/pinned-grpc-streams';
import { loneScheduler } from '../../../shared/rules/resilience/lone-scheduler';
import { noHealthCheck } from '../../../shared/rules/resilience/no-health-check';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

test.each([
  ['grpc', 1],
  ['gRPC', 1],
  ['grpc-web', 0],
  ['https', 0],
])('a page that speaks %s to a service: %i findings', (protocol, count) => {
  const design = sketch({ page: 'web-app', api: 'service' }, 'page -> api', {
    flows: { reads: { entry: 'page' } },
    edges: { 'page -> api': { protocol } },
  });
  expect(findingsOf(design, [grpcFromBrowser])).toHaveLength(count);
});

test('a client of which nothing is said may be no browser', () => {
  const edges = { 'user -> api': { protocol: 'grpc' } };
  const kinds = { user: 'client', api: 'service' } as const;
  const said = (technology?: string) =>
    sketch(kinds, 'user -> api', { edges, nodes: technology === undefined ? {} : { user: { technology } } });
  expect(findingsOf(said(), [grpcFromBrowser])).toEqual([]);
  expect(findingsOf(said('Command line'), [grpcFromBrowser])).toEqual([]);
  expect(findingsOf(said('Web client'), [grpcFromBrowser])).toHaveLength(1);
});

test('connections stick only where there is more than one server to stick to', () => {
  const behind = (replicas: number, protocol: string) =>
    sketch(
      { user: 'client', web: 'service', l4: 'network-load-balancer', orders: 'service' },
      'user -> web -> l4 -> orders',
      { config: { orders: { replicas } }, edges: { 'l4 -> orders': { protocol } } },
    );
  expect(findingsOf(behind(1, 'grpc'), [pinnedGrpcStreams])).toEqual([]);
  expect(findingsOf(behind(2, 'https'), [pinnedGrpcStreams])).toEqual([]);
  expect(findingsOf(behind(2, 'grpc'), [pinnedGrpcStreams])).toMatchObject([
    { target: 'l4', values: { from: { part: 'web' }, protocol: 'grpc', count: { count: 2 } } },
  ]);
});

test('three calls in a row are a page, four are chatty', () => {
  const calls = (count: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', { edges: { 'user -> api': { calls: count } } });
  expect(findingsOf(calls(3), [chattyClient])).toEqual([]);
  // 4 × 20 ms.
  expect(findingsOf(calls(4), [chattyClient])).toMatchObject([
    { target: 'user-api', values: { way: { ms: 80 } } },
  ]);
});

test('three checks have to fit into the recovery time', () => {
  const checked = (healthCheckSeconds: number) =>
    sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
      config: { lb: { healthCheckSeconds } },
      system: { targets: { rtoSeconds: 30 } },
    });
  expect(findingsOf(checked(10), [noHealthCheck])).toEqual([]);
  expect(findingsOf(checked(11), [noHealthCheck])).toMatchObject([
    { target: 'lb', quickFix: { changes: [{ patch: { healthCheckSeconds: 10 } }] } },
  ]);
});

test('a schedule of one server misses runs, and one of a provider is looked after', () => {
  const clock = (technology?: string) =>
    sketch({ clock: 'scheduler', job: 'worker' }, 'clock -> job', {
      flows: { runs: { entry: 'clock', rps: 1 } },
      nodes: technology === undefined ? {} : { clock: { technology } },
    });
  expect(findingsOf(clock(), [loneScheduler])).toMatchObject([
    { target: 'clock', values: { count: { count: 1 } } },
  ]);
  expect(findingsOf(clock('Cloud Scheduler'), [loneScheduler])).toEqual([]);
});
