import { assumed, listPrice, managedAvailability, serverAvailability, sla } from '../basis';
import type { Defaults, Kind } from '../kind';

const appliance: Defaults = {
  replicas: assumed(2, 'An active one and one that takes over', [1, 8]),
  concurrency: assumed(40, '80 000 requests a second at 0.5 ms each', [8, 1000]),
  serviceMs: assumed(0.5, 'Looks into the packets, p99 2.5 ms', [0.05, 5]),
  cv: assumed(1.08, 'p99 2.5 ms ÷ mean 0.5 ms of a gamma service time', [0.5, 2]),
  instanceAvailability: serverAvailability,
  unitCostUsd: listPrice(600, 'A virtual appliance with its licence'),
};

/** Lets packets in and out by address, and gives private servers a way out. */
export const firewall: Kind = {
  id: 'firewall',
  title: 'Firewall',
  layer: 'edge',
  icon: 'brick-wall-shield',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose:
    'Lets traffic in and out by address and port; as a NAT gateway it is the way out for private servers.',
  keywords: ['network firewall', 'nat', 'nat gateway', 'egress', 'security group', 'packet filter', 'vpn'],
  technologies: [
    {
      name: 'AWS NAT Gateway',
      aliases: ['nat gateway', 'aws nat'],
      defaults: { slaAvailability: sla(0.999, 'VPC NAT Gateway') },
    },
    {
      name: 'AWS Network Firewall',
      defaults: {
        serviceMs: assumed(0.5, 'Looks into the packets, p99 2.5 ms', [0.1, 5]),
        cv: assumed(1.08, 'p99 2.5 ms ÷ mean 0.5 ms of a gamma service time', [0.5, 2]),
        slaAvailability: sla(0.9999, 'AWS Network Firewall'),
        unitCostUsd: listPrice(288, 'One endpoint, 0.395 US dollars an hour; 0.065 a GB comes on top'),
      },
    },
    {
      name: 'Azure Firewall',
      defaults: { unitCostUsd: listPrice(913, 'The standard one, 1.25 US dollars an hour') },
    },
    { name: 'Google Cloud NAT', aliases: ['cloud nat'] },
    {
      name: 'Palo Alto',
      aliases: ['pan-os', 'fortinet', 'fortigate', 'check point'],
      managed: false,
      defaults: appliance,
    },
    {
      name: 'pfSense',
      aliases: ['opnsense', 'iptables', 'nftables', 'squid'],
      managed: false,
      defaults: { ...appliance, unitCostUsd: listPrice(62, 'Two virtual CPUs') },
    },
  ],
  defaults: {
    concurrency: assumed(
      200,
      'Bound by its line of 45 Gb/s, not by requests: a million a second at 0.2 ms each',
      [50, 2000],
    ),
    serviceMs: assumed(0.2, 'Looks up an address in passing', [0.05, 2]),
    cv: assumed(1, 'No p99 known; an exponential one is 0.9 ms', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.999, 'VPC NAT Gateway'),
    unitCostUsd: listPrice(32.9, 'One NAT gateway, 0.045 US dollars an hour; 0.045 a GB comes on top'),
  },
  main: ['serviceMs', 'connectionsPerReplica', 'bandwidthMbps', 'egress'],
  more: [
    'concurrency',
    'cv',
    'maxUtilization',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'unitCostUsd',
  ],
};
