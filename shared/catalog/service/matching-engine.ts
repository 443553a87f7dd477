import { assumed, listPrice, serverAvailability, sourced } from '../basis';
import type { Kind } from '../kind';

const lmaxArticle = 'https://martinfowler.com/articles/lmax.html';

/** One thread that matches the orders of a group of symbols, in order. */
export const matchingEngine: Kind = {
  id: 'matching-engine',
  title: 'Matching engine',
  layer: 'service',
  icon: 'chart-candlestick',
  behaviour: 'station',
  maxScaleUp: 1,
  purpose:
    'Matches orders by price and time on one thread in memory; a server more is a group of symbols more.',
  keywords: [
    'order book',
    'exchange',
    'trading',
    'orders',
    'sequencer',
    'auction',
    'lmax',
    'low latency',
    'bid',
  ],
  technologies: [
    { name: 'LMAX Disruptor', aliases: ['disruptor', 'java matching engine'] },
    { name: 'Aeron Cluster', aliases: ['aeron'] },
    { name: 'exchange-core', aliases: ['exchange core'] },
    {
      name: 'C++',
      aliases: ['cpp', 'rust matching engine', 'kernel bypass'],
      defaults: {
        serviceMs: assumed(0.002, 'Without a runtime: 500 000 orders a second', [0.0002, 0.05]),
        cv: assumed(0.5, 'No pauses: p99 2.5 times the mean of a gamma service time', [0.2, 2]),
      },
    },
    {
      name: 'FPGA',
      aliases: ['hardware matching'],
      defaults: {
        serviceMs: assumed(0.0005, 'In hardware: two million orders a second', [0.0001, 0.005]),
        cv: assumed(0.2, 'Hardly varies', [0, 1]),
        unitCostUsd: listPrice(1200, 'A server with one card'),
      },
    },
  ],
  defaults: {
    replicas: assumed(1, 'Groups of symbols, each on its one thread; a hot standby takes no load', [1, 200]),
    concurrency: assumed(1, 'One thread, one order at a time: that is what keeps their order', [1, 1]),
    serviceMs: sourced(
      0.005,
      'Six million orders a second on one thread are measured for the least work; a thirtieth, 200 000, with risk checks and a journal',
      lmaxArticle,
      [0.0002, 1],
    ),
    cv: assumed(1, 'Exponential: p99 23 µs', [0.2, 3]),
    instanceAvailability: serverAvailability,
    unitCostUsd: listPrice(500, 'A machine of its own with few, fast cores'),
  },
  main: ['replicas', 'serviceMs', 'cv', 'concurrency', 'leaderElection'],
  more: [
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'multiZone',
    'dataClasses',
    'observed',
    'unitCostUsd',
  ],
};
