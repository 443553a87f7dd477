import { assumed, listPrice, managedAvailability, serverAvailability, sla } from '../basis';
import type { Kind } from '../kind';

/** Where copies of other stores lie, apart from them. */
export const backup: Kind = {
  id: 'backup',
  title: 'Backup vault',
  layer: 'data',
  icon: 'database-backup',
  behaviour: 'store',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Keeps copies of other stores apart from them, for the day on which they are lost or damaged.',
  guide: {
    when: 'For every store whose loss would hurt. Replicas are no backup: they copy a wrong delete within milliseconds.',
    whenNot:
      'For what can be made again from elsewhere, such as caches and search indexes; there the way to build it anew is the backup.',
    tradeOffs: [
      'The time between two copies is what you lose; copying the log as well brings it from a day to seconds.',
      'It should lie in another account and region, with keys of its own, or the same mistake deletes both.',
      'Data that people asked to have erased lives on in it until it expires.',
    ],
    failsFirst: 'The restore: it was never tried, and takes ten times as long as the plan says.',
  },
  limited: 'A few dozen copies at a time, each for a while: no request waits for it.',
  keywords: ['snapshot', 'restore', 'archive', 'recovery', 'vault', 'disaster', 'point in time'],
  technologies: [
    { name: 'AWS Backup', aliases: ['rds snapshots', 'ebs snapshots', 'aws backup vault'] },
    {
      name: 'S3 Glacier',
      aliases: ['glacier', 'deep archive', 'archive storage'],
      defaults: {
        readMs: assumed(14_400_000, 'Hours until a file can be fetched', [60_000, 43_200_000]),
        restoreSeconds: assumed(43_200, 'Hours to fetch, hours to copy back', [3600, 172_800]),
        slaAvailability: sla(0.999, 'S3'),
        storageUsdPerGbMonth: listPrice(0.0036, 'US dollars a GB and month'),
      },
    },
    {
      name: 'Azure Backup',
      aliases: ['recovery services vault'],
      defaults: { slaAvailability: sla(0.999, 'Azure Backup') },
    },
    {
      name: 'Veeam',
      aliases: ['commvault', 'bacula', 'restic', 'borg'],
      managed: false,
      limited: 'A few dozen copies at a time, each for a while: no request waits for it.',
      defaults: {
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(250, 'A server with its disks'),
        storageUsdPerGbMonth: listPrice(0.03, 'US dollars a GB and month on slow disks'),
      },
    },
    {
      name: 'pgBackRest',
      aliases: ['wal-g', 'barman', 'velero', 'xtrabackup'],
      managed: false,
      limited: 'A few dozen copies at a time, each for a while: no request waits for it.',
      defaults: {
        backupEverySeconds: assumed(60, 'The log of writes is copied all the time', [1, 3600]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
        storageUsdPerGbMonth: listPrice(0.023, 'US dollars a GB and month in an object store'),
      },
    },
  ],
  defaults: {
    concurrency: assumed(64, 'Pieces of copies that are written at once', [1, 1000]),
    readMs: assumed(1000, 'A piece of 64 MB on its way back', [100, 60_000]),
    writeMs: assumed(500, 'A piece of 64 MB', [100, 10_000]),
    cv: assumed(1, 'Exponential; pieces differ', [0.3, 3]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'AWS Backup'),
    backupEverySeconds: assumed(86_400, 'A copy a day', [60, 604_800]),
    restoreSeconds: assumed(14_400, 'Four hours from the decision to a store that answers', [600, 172_800]),
    encryptedAtRest: assumed(true, 'As vaults are set up'),
    unitCostUsd: listPrice(0, 'No fixed price; paid by what is kept'),
    storageUsdPerGbMonth: listPrice(0.05, 'US dollars a GB and month'),
  },
  main: ['backupEverySeconds', 'restoreSeconds', 'encryptedAtRest', 'storageUsdPerGbMonth', 'residency'],
  more: [
    'readMs',
    'writeMs',
    'concurrency',
    'cv',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'diskBytes',
    'dataClasses',
    'publicAccess',
    'observed',
    'unitCostUsd',
  ],
};
