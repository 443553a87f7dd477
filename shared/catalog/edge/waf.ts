import {
  assumed,
  listPrice,
  managedAvailability,
  requestPrice,
  serverAvailability,
  sla,
  sourced,
} from '../basis';
import type { Kind } from '../kind';

/** Reads each request and stops attacks. */
export const waf: Kind = {
  id: 'waf',
  title: 'WAF',
  layer: 'edge',
  icon: 'shield-check',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Reads each request before the design does and stops what looks like an attack.',
  keywords: ['web application firewall', 'firewall', 'owasp', 'security', 'bot', 'injection', 'filter'],
  technologies: [
    { name: 'AWS WAF', defaults: { slaAvailability: sla(0.9995, 'AWS WAF') } },
    {
      name: 'Cloudflare WAF',
      icon: 'cloudflare',
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'Part of the plan'),
        unitCostUsd: listPrice(200, 'A business plan, WAF included'),
      },
    },
    { name: 'Akamai App & API Protector', icon: 'akamai', aliases: ['kona', 'akamai waf'] },
    { name: 'Azure WAF', aliases: ['front door waf'] },
    { name: 'Google Cloud Armor', aliases: ['cloud armor'] },
    { name: 'Imperva', aliases: ['incapsula'] },
    {
      name: 'ModSecurity',
      aliases: ['modsec', 'coraza', 'owasp crs', 'naxsi'],
      managed: false,
      defaults: {
        requestUsdPerMillion: requestPrice(0, 'On servers of your own'),
        replicas: assumed(2, 'A pair, so that one may fail', [1, 20]),
        concurrency: assumed(8, '4 000 requests a second on two virtual CPUs at 2 ms each', [2, 64]),
        serviceMs: assumed(2, 'The core rules on a small body, p99 10 ms', [0.5, 20]),
        cv: assumed(1.08, 'p99 10 ms ÷ mean 2 ms of a gamma service time', [0.5, 2]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(62, 'Two virtual CPUs'),
      },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(
      0.6,
      'Requests that it inspects',
      'https://aws.amazon.com/waf/pricing/',
    ),
    concurrency: sourced(
      100,
      'Quota of 100 000 requests a second for each list of rules, at 1 ms each; it can be raised',
      'https://docs.aws.amazon.com/waf/latest/developerguide/limits.html',
      [25, 1000],
    ),
    serviceMs: assumed(1, 'Managed rules on a small request, p99 5 ms', [0.2, 10]),
    cv: assumed(1.08, 'p99 5 ms ÷ mean 1 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: managedAvailability,
    slaAvailability: sla(0.9995, 'AWS WAF'),
    unitCostUsd: listPrice(
      10,
      'One list of 5 US dollars with five rules; 0.60 a million requests come on top',
    ),
  },
  main: ['serviceMs', 'concurrency', 'rateLimitRps'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'authentication',
    'instanceAvailability',
    'slaAvailability',
    'unitCostUsd',
    'requestUsdPerMillion',
  ],
};
