import { assumed, listPrice, managedAvailability, managedReplicas, serverAvailability, sla } from '../basis';
import type { Defaults, Kind } from '../kind';
import { serverFields } from './server-fields';

const provider: Defaults = {
  replicas: managedReplicas,
  concurrency: assumed(50, 'Concurrent tasks of the class of an account’s quota', [1, 1000]),
  instanceAvailability: managedAvailability,
  unitCostUsd: listPrice(0, 'No fixed price; by the hour of a worker, about 0.44 US dollars each'),
};

/** Moves and reshapes data in runs. */
export const etlJob: Kind = {
  id: 'etl-job',
  title: 'ETL job',
  layer: 'service',
  icon: 'funnel',
  behaviour: 'station',
  maxScaleUp: 8,
  limited:
    'One request is one task of a minute: as it comes it ends less than one a second. Start it from a scheduler, not with each request.',
  purpose: 'Moves and reshapes data in runs: out of the stores of the services, into a warehouse.',
  keywords: [
    'batch',
    'elt',
    'pipeline',
    'warehouse',
    'transform',
    'import',
    'export',
    'dag',
    'report',
    'migration',
  ],
  technologies: [
    { name: 'Airflow', icon: 'apacheairflow', aliases: ['apache airflow', 'mwaa', 'composer'] },
    { name: 'dbt', aliases: ['data build tool'] },
    { name: 'Spark', icon: 'apachespark', aliases: ['apache spark', 'pyspark', 'hadoop', 'mapreduce'] },
    {
      name: 'Databricks',
      managed: true,
      defaults: provider,
    },
    {
      name: 'AWS Glue',
      aliases: ['glue'],
      managed: true,
      defaults: { ...provider, slaAvailability: sla(0.999, 'AWS Glue') },
    },
    {
      name: 'Amazon EMR',
      aliases: ['emr'],
      defaults: { slaAvailability: sla(0.999, 'Amazon EMR') },
    },
    { name: 'Fivetran', aliases: ['airbyte', 'stitch'], managed: true, defaults: provider },
    { name: 'Dagster', aliases: ['prefect', 'luigi'] },
  ],
  defaults: {
    replicas: assumed(2, 'Two servers for the tasks of a night', [1, 1000]),
    concurrency: assumed(8, 'Concurrent tasks on a server of eight virtual CPUs', [1, 64]),
    serviceMs: assumed(60_000, 'One task, such as one table or one part of it', [1000, 7_200_000]),
    cv: assumed(1.5, 'Tables differ in size: most are small, some are large', [0.5, 3]),
    instanceAvailability: serverAvailability,
    autoscaleDelaySeconds: assumed(240, 'Until machines for a run are there', [60, 900]),
    unitCostUsd: listPrice(250, 'Eight virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'cv', 'scaleUp'],
  more: serverFields(['sessions', 'authentication', 'rateLimitRps']),
};
