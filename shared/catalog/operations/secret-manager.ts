import { assumed, listPrice, managedAvailability, requestPrice, serverAvailability, sla } from '../basis';
import type { Kind } from '../kind';

/** Gives out keys and passwords to those that may have them. */
export const secretManager: Kind = {
  id: 'secret-manager',
  title: 'Secret manager',
  layer: 'operations',
  icon: 'vault',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose:
    'Keeps passwords and keys out of code, hands them to services that may have them, and renews them.',
  keywords: ['secrets', 'vault', 'kms', 'keys', 'credentials', 'rotation', 'certificates', 'hsm'],
  technologies: [
    {
      name: 'AWS Secrets Manager',
      aliases: ['secrets manager', 'parameter store', 'ssm'],
      defaults: { slaAvailability: sla(0.999, 'Secrets Manager') },
    },
    {
      name: 'AWS KMS',
      aliases: ['kms', 'key management service', 'cloud kms'],
      defaults: {
        serviceMs: assumed(5, 'A data key made or opened, p99 25 ms', [2, 50]),
        slaAvailability: sla(0.99999, 'KMS'),
        requestUsdPerMillion: requestPrice(3, '0.03 for ten thousand calls'),
        unitCostUsd: listPrice(1, 'A key; 0.03 US dollars ten thousand calls on top'),
      },
    },
    {
      name: 'Google Secret Manager',
      aliases: ['gcp secret manager'],
      limited: '1 500 reads a second of a project, 90 000 a minute; keep secrets in memory.',
      defaults: {
        requestUsdPerMillion: requestPrice(3, '0.03 for ten thousand calls'),
        quotaRps: assumed(1500, '90 000 reads a minute a project', [1500, 1500]),
        concurrency: assumed(
          19,
          'A quarter more than the quota of 1 500 reads a second at 10 ms each needs',
          [15, 30],
        ),
        serviceMs: assumed(10, 'A secret read, p99 50 ms', [5, 50]),
        unitCostUsd: listPrice(0.6, 'Ten versions; 0.03 US dollars ten thousand calls on top'),
      },
    },
    {
      name: 'Azure Key Vault',
      aliases: ['key vault'],
      limited: '400 reads a second of a vault, 4 000 in ten seconds; keep secrets in memory.',
      defaults: {
        requestUsdPerMillion: requestPrice(3, '0.03 for ten thousand calls'),
        quotaRps: assumed(400, '4 000 calls in ten seconds a vault', [50, 400]),
        concurrency: assumed(
          8,
          'Twice what the quota of 400 calls a second at 10 ms each needs: the quota refuses first',
          [1, 8],
        ),
        slaAvailability: sla(0.9999, 'Azure Key Vault'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.03 US dollars ten thousand calls'),
      },
    },
    {
      name: 'Vault',
      icon: 'hashicorp-vault',
      aliases: ['hashicorp vault', 'openbao', 'conjur'],
      managed: false,
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'On servers of your own'),
        replicas: assumed(3, 'Three, so that a majority outlives one; one of them answers', [1, 7]),
        concurrency: assumed(16, '3 200 reads a second a server of two virtual CPUs', [4, 128]),
        serviceMs: assumed(5, 'A secret read, p99 25 ms', [1, 50]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(
      5,
      '0.05 for ten thousand calls',
      'https://aws.amazon.com/secrets-manager/pricing/',
    ),
    concurrency: assumed(
      200,
      'Twice what the quota of 10 000 reads a second at 10 ms each needs: the quota refuses first',
      [10, 1000],
    ),
    serviceMs: assumed(10, 'A secret read, p99 50 ms', [2, 100]),
    cv: assumed(1.08, 'p99 50 ms ÷ mean 10 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'Secrets Manager'),
    unitCostUsd: listPrice(4, 'Ten secrets; 0.05 US dollars ten thousand calls on top'),
  },
  main: ['serviceMs', 'concurrency', 'quotaRps', 'instanceAvailability'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'slaAvailability',
    'multiZone',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
