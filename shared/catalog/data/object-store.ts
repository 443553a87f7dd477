import { assumed, listPrice, managedAvailability, sla, unreadSla } from '../basis';
import type { Kind } from '../kind';

/** Files of any size by name. */
export const objectStore: Kind = {
  id: 'object-store',
  title: 'Object store',
  layer: 'data',
  icon: 'archive',
  behaviour: 'store',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Keeps files of any size by name, cheaply and for ever: pictures, videos, backups.',
  guide: {
    when: 'For everything large that is written once and read whole: pictures, videos, backups, logs, pages for a CDN. The database keeps only the name.',
    whenNot:
      'For small records that change, for appending, or as a file system; each access takes tens of milliseconds.',
    tradeOffs: [
      'Kept safer than on any disk of your own, for cents a GB; the cost is in getting it out.',
      'A prefix has a limit of its own, so names that begin with the date all go to one place.',
      'Signed addresses let clients load and store past your servers, and every address that leaks is open until it expires.',
    ],
    failsFirst: 'The rate of one prefix, and the egress on the bill, well before space.',
  },
  keywords: ['blob', 'files', 'bucket', 'images', 'media', 'storage', 'backup', 'upload'],
  technologies: [
    {
      name: 'S3',
      aliases: ['amazon s3', 'aws s3', 'bucket'],
      defaults: { slaAvailability: sla(0.999, 'S3 Standard, designed for 99.99 %') },
    },
    {
      name: 'Google Cloud Storage',
      aliases: ['gcs', 'google storage'],
      defaults: {
        slaAvailability: sla(0.999, 'Cloud Storage, standard class in one region'),
        storageUsdPerGbMonth: listPrice(0.02, 'US dollars a GB and month'),
        egressUsdPerGb: listPrice(0.12, 'US dollars a GB to the internet'),
      },
    },
    {
      name: 'Azure Blob Storage',
      aliases: ['azure blob', 'blob storage'],
      defaults: {
        slaAvailability: sla(0.999, 'Azure storage accounts, hot tier'),
        storageUsdPerGbMonth: listPrice(0.018, 'US dollars a GB and month'),
        egressUsdPerGb: listPrice(0.087, 'US dollars a GB to the internet'),
      },
    },
    {
      name: 'Cloudflare R2',
      icon: 'cloudflare',
      aliases: ['r2'],
      defaults: {
        slaAvailability: unreadSla(0.999, 'R2'),
        storageUsdPerGbMonth: listPrice(0.015, 'US dollars a GB and month'),
        egressUsdPerGb: listPrice(0, 'Nothing is asked for what leaves it'),
      },
    },
    {
      name: 'MinIO',
      icon: 'minio',
      aliases: ['ceph', 'self-hosted s3'],
      managed: false,
      defaults: {
        replicasPerShard: assumed(4, 'Four servers that share the parts of every file', [4, 32]),
        concurrency: assumed(128, 'Requests that one server with NVMe disks works on at once', [16, 1000]),
        readMs: assumed(20, 'Until the first byte, over a local network', [5, 100]),
        writeMs: assumed(40, 'Until enough servers have their part', [10, 200]),
        instanceAvailability: assumed(0.999, 'One server', [0.99, 0.9999]),
        unitCostUsd: listPrice(250, 'One server'),
      },
    },
  ],
  defaults: {
    shards: assumed(1, 'Names with one prefix; each prefix has its own limit', [1, 1000]),
    concurrency: assumed(
      330,
      '5 500 reads a second a prefix at 60 ms each, from the guide to S3’s performance',
      [100, 10_000],
    ),
    readMs: assumed(60, 'Until the first byte, p99 200 ms', [20, 200]),
    writeMs: assumed(94, '3 500 writes a second a prefix: 330 at once, 94 ms each', [30, 300]),
    cv: assumed(0.71, 'p99 200 ms ÷ mean 60 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'S3 Standard, designed for 99.99 %'),
    transactions: assumed(true, 'Conditional writes of one file'),
    encryptedAtRest: assumed(true, 'On unless it is turned off'),
    publicAccess: assumed(false, 'Closed unless it is opened'),
    unitCostUsd: listPrice(0, 'No fixed price; 0.0004 US dollars a thousand reads, 0.005 a thousand writes'),
    storageUsdPerGbMonth: listPrice(0.023, 'US dollars a GB and month'),
    egressUsdPerGb: listPrice(0.09, 'US dollars a GB to the internet'),
  },
  main: ['shards', 'readMs', 'writeMs', 'concurrency', 'encryptedAtRest'],
  more: [
    'replicasPerShard',
    'cv',
    'hotShare',
    'transactions',
    'diskBytes',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'publicAccess',
    'dataClasses',
    'tokenized',
    'residency',
    'observed',
    'unitCostUsd',
    'storageUsdPerGbMonth',
    'egressUsdPerGb',
  ],
};
