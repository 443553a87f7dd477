import {
  assumed,
  listPrice,
  managedAvailability,
  providerCopies,
  recordBytes,
  requestPrice,
  serverAvailability,
  sla,
  sourced,
} from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

const remoteWrite = 'https://victoriametrics.com/blog/remote-write-benchmark/';

/** Measurements by time. */
export const timeSeriesDatabase: Kind = {
  id: 'time-series-database',
  title: 'Time-series database',
  layer: 'data',
  icon: 'chart-line',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Keeps measurements by time, packed tightly, and answers for windows of them.',
  keywords: ['tsdb', 'timeseries', 'measurements', 'sensors', 'iot', 'telemetry', 'ticks', 'db'],
  technologies: [
    { name: 'InfluxDB', icon: 'influxdb', aliases: ['influx', 'influx cloud'] },
    {
      name: 'TimescaleDB',
      aliases: ['timescale', 'tiger data'],
      protocol: 'sql',
      defaults: {
        writeMs: assumed(8, 'A batch of 1 000 points in one transaction', [1, 100]),
        transactions: assumed(true, 'It is PostgreSQL'),
        maxConnections: assumed(500, 'As PostgreSQL: more needs a pooler', [100, 5000]),
      },
    },
    {
      name: 'VictoriaMetrics',
      aliases: ['victoria metrics', 'vmcluster'],
      defaults: {
        writeMs: sourced(
          4,
          '514 000 samples a second on 4 virtual CPUs; batches of 1 000, of which 4 000 a second are kept on 8',
          remoteWrite,
          [1, 200],
        ),
        concurrency: assumed(16, '4 000 batches a second at 4 ms', [4, 64]),
        readMs: assumed(8, 'A window of one series, p99 80 ms', [1, 1000]),
      },
    },
    {
      name: 'Timestream',
      aliases: ['amazon timestream'],
      managed: true,
      defaults: {
        writeUsdPerMillion: requestPrice(0.5, 'Writes of 1 KB; queries are billed by what they scan'),
        durable: providerCopies,
        concurrency: assumed(100, 'Grows by itself; 5 000 queries a second are assumed', [20, 1000]),
        readMs: assumed(20, 'A window of one series, p99 200 ms', [5, 1000]),
        writeMs: assumed(10, 'A batch of 100 records', [5, 100]),
        instanceAvailability: managedAvailability,
        slaAvailability: sla(0.9999, 'Timestream'),
        encryptedAtRest: assumed(true, 'Always'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.50 US dollars a million writes of 1 KB'),
        storageUsdPerGbMonth: listPrice(0.03, 'US dollars a GB and month on disk'),
      },
    },
    {
      name: 'QuestDB',
      aliases: ['quest', 'kdb', 'tdengine'],
      protocol: 'sql',
      defaults: { readMs: assumed(5, 'A window of one series, p99 50 ms', [0.5, 500]) },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
    shards: assumed(1, 'Not split until the number of series asks for it', [1, 1000]),
    replicasPerShard: assumed(2, 'Two copies, so that one may fail', [1, 5]),
    concurrency: assumed(32, '3 200 short windows a second on 8 virtual CPUs', [8, 256]),
    readMs: assumed(10, 'A window of one series, p99 100 ms; wide ones take seconds', [1, 1000]),
    writeMs: assumed(5, 'A batch of 1 000 points', [1, 200]),
    cv: assumed(2.05, 'p99 100 ms ÷ mean 10 ms of a read, of a gamma service time', [0.5, 4]),
    replication: assumed('async', 'The copy follows'),
    readFrom: assumed('leader', 'Reads see every point'),
    transactions: assumed(false, 'Points are added, not changed'),
    instanceAvailability: serverAvailability,
    backupEverySeconds: assumed(86_400, 'A snapshot a day', [300, 604_800]),
    restoreSeconds: assumed(7200, 'From a snapshot to a server that answers', [600, 86_400]),
    failoverSeconds: assumed(60, 'Until the copy takes over', [5, 300]),
    unitCostUsd: listPrice(294, 'A server of 8 virtual CPUs and 64 GB'),
    storageUsdPerGbMonth: listPrice(0.115, 'US dollars a GB and month of a copy, general purpose disk'),
  },
  main: ['shards', 'replicasPerShard', 'readFrom', 'readMs', 'writeMs'],
  more: storeFields(),
};
