import { behaviours } from '../vocabulary';
import { choice, field, ms, scale, servers, share, variation, whole, wholeOrNone } from './field';

/** What a component does and how much of it it can do. */
export const capacityFields = {
  behaviour: field(
    choice(behaviours, {
      'inline-cache': 'inline cache',
      'aside-cache': 'aside cache',
      'pass-through': 'not modelled',
    }),
    { title: 'Behaviour', hint: 'How the analysis models it' },
  ),
  replicas: field(servers, {
    title: 'Servers',
    neutral: { value: 1, why: 'One server where nothing else is set' },
    inLoads: true,
  }),
  concurrency: field(servers, {
    title: 'Concurrency',
    hint: 'Requests that one server processes at the same time',
    neutral: { value: 1, why: 'One request at a time where nothing else is set' },
    inLoads: true,
  }),
  shards: field(servers, { title: 'Shards', neutral: { value: 1, why: 'Not split' }, inLoads: true }),
  replicasPerShard: field(servers, {
    title: 'Replicas per shard',
    neutral: { value: 1, why: 'One copy' },
    inLoads: true,
  }),
  serviceMs: field(ms, {
    title: 'Service time',
    hint: 'Mean time that a request occupies one slot',
    neutral: { value: 0, why: 'Takes no time where nothing else is set' },
  }),
  readMs: field(ms, { title: 'Mean read', inLoads: true }),
  writeMs: field(ms, { title: 'Mean write', inLoads: true }),
  cv: field(variation, {
    title: 'Variation',
    hint: 'Standard deviation ÷ mean of the service time; 1 is exponential',
    neutral: { value: 1, why: 'Exponential service time', range: [0, 3] },
    inLoads: true,
  }),
  delayMs: field(ms, {
    title: 'Delay',
    hint: 'Mean time of its own that occupies no slot: disk, locks, the runtime',
    neutral: { value: 0, why: 'All of its time occupies a slot where nothing else is set' },
    inLoads: true,
  }),
  delayCv: field(variation, {
    title: 'Delay variation',
    hint: 'Standard deviation ÷ mean of the delay; 0 is a constant',
    neutral: { value: 1, why: 'Exponential delay', range: [0, 3] },
    inLoads: true,
  }),
  slowShare: field(share, {
    title: 'Slow share',
    hint: 'Share of the requests that take extra time: a cold start, a garbage collection pause',
    neutral: { value: 0, why: 'No request takes extra time' },
    inLoads: true,
  }),
  slowMs: field(ms, {
    title: 'Slow time',
    hint: 'Mean extra time of a slow request',
    neutral: { value: 0, why: 'No request takes extra time' },
    inLoads: true,
  }),
  maxInFlight: field(whole, {
    title: 'Max in flight',
    hint: 'Requests that one server has in progress, from acceptance to answer, calls that it waits for included; without it there is no limit',
    inLoads: true,
  }),
  standby: field(wholeOrNone, {
    title: 'Standby servers',
    hint: 'Of all servers, those that work only while others are down',
    neutral: { value: 0, why: 'All servers work' },
    inLoads: true,
  }),
  scaleUp: field(scale, {
    title: 'Server size',
    hint: 'A larger or smaller server: multiplies slots, memory, bandwidth and price',
    neutral: { value: 1, why: 'The server as it is' },
    inLoads: true,
  }),
  maxUtilization: field(share, {
    title: 'Planned limit',
    hint: 'Highest utilization that is planned for',
    neutral: {
      value: 0.7,
      why: 'Planning limit: above it waits grow fast and little is left for a lost server',
      range: [0.4, 0.9],
    },
    inLoads: true,
  }),
  queueLimit: field(whole, {
    title: 'Queue limit',
    hint: 'Requests beyond it are refused; without it the queue is unbounded',
    inLoads: true,
  }),
  hotShare: field(share, {
    title: 'Hot share',
    hint: 'Share of the requests that go to one server or shard',
    neutral: { value: 0, why: 'Keys are spread evenly' },
    inLoads: true,
  }),
};
