import { assumed, listPrice, managedAvailability, serverAvailability, sla, unreadSla } from '../basis';
import type { Kind } from '../kind';
import { storeFields } from './store-fields';

/** Answers large questions over all that ever happened. */
export const dataWarehouse: Kind = {
  id: 'data-warehouse',
  title: 'Data warehouse',
  layer: 'data',
  icon: 'warehouse',
  behaviour: 'store',
  managed: true,
  maxScaleUp: 8,
  purpose: 'Keeps history in columns and answers large questions over it, for reports and models.',
  guide: {
    when: 'For questions over everything that ever happened, asked by analysts, reports and models, fed by batches or from a stream.',
    whenNot:
      'In the way of a request: each question takes seconds and few run at once. For figures on a page, sum up beforehand and keep the sums elsewhere.',
    tradeOffs: [
      'Reads columns, so a sum over a thousand million rows is quick and changing one row is not.',
      'Behind the truth by minutes to a day, depending on how it is fed.',
      'Paid by what is scanned or by the hour: a careless question costs money rather than time.',
    ],
    failsFirst:
      'The number of questions at once: they queue, and the board’s dashboard waits behind an intern’s join.',
  },
  limited:
    'About twenty questions and sixty loads a second: each scans for seconds. Feed it in batches and keep users away from it.',
  keywords: ['olap', 'analytics', 'columnar', 'dwh', 'bi', 'reporting', 'lake', 'batch'],
  protocol: 'sql',
  technologies: [
    {
      name: 'BigQuery',
      icon: 'googlebigquery',
      aliases: ['google bigquery', 'bq'],
      defaults: {
        slaAvailability: sla(0.9999, 'BigQuery'),
        unitCostUsd: listPrice(0, 'No fixed price; 6.25 US dollars a TB scanned'),
        storageUsdPerGbMonth: listPrice(0.02, 'US dollars a GB and month'),
      },
    },
    {
      name: 'Snowflake',
      icon: 'snowflake',
      aliases: ['snowflake db'],
      limited: 'Eight questions at once in a warehouse, a few a second; further warehouses add as many.',
      defaults: {
        concurrency: assumed(8, 'Eight questions at once in one warehouse', [8, 80]),
        readMs: assumed(2000, 'An analyst’s question, p99 14 s', [200, 60_000]),
        slaAvailability: unreadSla(0.999, 'Snowflake'),
        unitCostUsd: listPrice(2900, 'A small warehouse of two credits an hour, all month'),
        storageUsdPerGbMonth: listPrice(0.023, 'US dollars a GB and month'),
      },
    },
    {
      name: 'Redshift',
      aliases: ['amazon redshift', 'redshift serverless'],
      limited: 'About seven questions and seven loads a second: twenty at once, each for seconds.',
      defaults: {
        concurrency: assumed(20, 'Questions at once, over all queues', [5, 50]),
        slaAvailability: sla(0.999, 'Redshift'),
        unitCostUsd: listPrice(1586, 'Two nodes of the class ra3.xlplus'),
        storageUsdPerGbMonth: listPrice(0.024, 'US dollars a GB and month'),
      },
    },
    {
      name: 'ClickHouse',
      icon: 'clickhouse',
      aliases: ['click house', 'clickhouse cloud'],
      managed: false,
      limited: 'About 160 questions a second on a server, and few inserts, each of many thousand rows.',
      defaults: {
        replicasPerShard: assumed(2, 'Two copies, so that one may fail', [1, 5]),
        concurrency: assumed(32, 'Questions at once on 16 virtual CPUs', [8, 200]),
        readMs: assumed(200, 'A question that an index narrows down, p99 1.5 s', [10, 10_000]),
        writeMs: assumed(100, 'One insert of ten thousand rows', [10, 2000]),
        cv: assumed(1.58, 'p99 1.5 s ÷ mean 200 ms of a gamma service time', [0.5, 3]),
        instanceAvailability: serverAvailability,
        backupEverySeconds: assumed(86_400, 'A backup a day', [3600, 604_800]),
        unitCostUsd: listPrice(500, 'A server of 16 virtual CPUs'),
        storageUsdPerGbMonth: listPrice(0.08, 'US dollars a GB and month of a copy'),
      },
    },
    {
      name: 'Druid',
      aliases: ['apache druid', 'apache pinot', 'pinot', 'real-time olap'],
      managed: false,
      limited: 'About 640 questions a second on two copies; it takes events from a stream, not one by one.',
      defaults: {
        replicasPerShard: assumed(2, 'Two copies of every segment', [1, 5]),
        concurrency: assumed(32, 'Questions at once on 16 virtual CPUs', [8, 200]),
        readMs: assumed(100, 'A question over columns that are summed up before, p99 1 s', [10, 5000]),
        writeMs: assumed(100, 'One batch of events', [10, 2000]),
        readFrom: assumed('any', 'Each copy answers'),
        cv: assumed(2.05, 'p99 1 s ÷ mean 100 ms of a gamma service time', [0.5, 3]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(500, 'A server of 16 virtual CPUs'),
        storageUsdPerGbMonth: listPrice(0.08, 'US dollars a GB and month of a copy'),
      },
    },
    {
      name: 'Azure Synapse',
      aliases: ['synapse analytics', 'databricks sql', 'fabric'],
      defaults: { slaAvailability: sla(0.999, 'Azure Synapse Analytics') },
    },
  ],
  defaults: {
    replicasPerShard: assumed(1, 'Managed: its copies are inside', [1, 1]),
    concurrency: assumed(64, 'Questions and loads at once; a hundred is a usual limit', [5, 200]),
    readMs: assumed(3000, 'An analyst’s question, p99 20 s', [200, 60_000]),
    writeMs: assumed(1000, 'One load of a batch', [100, 60_000]),
    cv: assumed(1.42, 'p99 20 s ÷ mean 3 s of a gamma service time', [0.5, 3]),
    transactions: assumed(false, 'Batches are added whole; not made for changing single rows'),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'Redshift, the lowest of the usual ones'),
    encryptedAtRest: assumed(true, 'As managed stores are set up'),
    unitCostUsd: listPrice(1500, 'A small cluster that runs all month'),
    storageUsdPerGbMonth: listPrice(0.023, 'US dollars a GB and month'),
  },
  main: ['readMs', 'writeMs', 'concurrency', 'scaleUp', 'encryptedAtRest'],
  more: [
    'shards',
    'replicasPerShard',
    'readFrom',
    ...storeFields(['concurrency', 'scaleUp', 'encryptedAtRest']),
  ],
};
