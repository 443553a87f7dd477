/** What is said, set or read off the design under a section. */
export interface SectionItem {
  readonly id: string;
  readonly title: string;
}

/** A section of the written design. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Time box in practice, min; null for those that are written outside practice alone. */
  readonly minutes: number | null;
  readonly items: readonly SectionItem[];
}

/** The sections of a written design: the ten of an interview in their order, then the further ones. */
export const sections = [
  {
    id: 'expectations',
    title: 'Feature expectations',
    minutes: 5,
    items: [
      { id: 'use-cases', title: 'Use cases' },
      { id: 'not-covered', title: 'Scenarios not covered' },
      { id: 'users', title: 'Who uses it' },
      { id: 'how-many', title: 'How many' },
      { id: 'usage-patterns', title: 'Usage patterns' },
      { id: 'functional', title: 'Functional requirements' },
      { id: 'non-functional', title: 'Non-functional requirements' },
      { id: 'correctness', title: 'Reliability: what has to be correct, and how it is maintained' },
      { id: 'timeline', title: 'Constraints and timeline' },
    ],
  },
  {
    id: 'estimates',
    title: 'Estimates',
    minutes: 5,
    items: [
      { id: 'throughput', title: 'Throughput: reads and writes a second, average and peak' },
      { id: 'latency', title: 'Latency of reads and writes' },
      { id: 'ratio', title: 'Read to write ratio' },
      { id: 'traffic', title: 'Traffic: requests a second, volume in and out' },
      { id: 'storage', title: 'Storage' },
      { id: 'memory', title: 'Memory: what the cache holds, and on how many machines' },
      { id: 'peak', title: 'Peak load' },
      { id: 'growth', title: 'Growth' },
    ],
  },
  {
    id: 'goals',
    title: 'Design goals',
    minutes: 5,
    items: [
      { id: 'latency-throughput', title: 'Latency and throughput requirements' },
      { id: 'consistency', title: 'Consistency or availability: weak, eventual, strong; CAP and PACELC' },
      { id: 'failover', title: 'Failover and replication' },
      { id: 'scaling', title: 'Scaling: vertical, horizontal, elastic' },
      { id: 'reliability', title: 'Reliability and fault tolerance' },
    ],
  },
  {
    id: 'high-level',
    title: 'High-level design',
    minutes: 8,
    items: [
      { id: 'apis', title: 'APIs of the read and write scenarios' },
      { id: 'schema', title: 'Database schema' },
      { id: 'algorithm', title: 'Basic algorithm' },
      { id: 'read-and-write', title: 'The design for reads and for writes' },
      { id: 'interaction', title: 'How the components interact' },
      { id: 'data-flow', title: 'Data flow diagram' },
    ],
  },
  {
    id: 'deep-dive',
    title: 'Deep dive',
    minutes: 12,
    items: [
      { id: 'scaled-algorithm', title: 'Scaling the algorithm' },
      { id: 'components', title: 'Availability, consistency and scale of each component' },
      { id: 'edge', title: 'DNS, CDN, load balancers, reverse proxy' },
      { id: 'application', title: 'Application layer, asynchronism, protocols' },
      { id: 'data', title: 'Databases and caches; optimizing queries' },
      { id: 'errors', title: 'Error handling' },
      { id: 'deployment', title: 'Deployment' },
      { id: 'data-management', title: 'Data management' },
      { id: 'alerting', title: 'Monitoring and alerting' },
    ],
  },
  {
    id: 'justify',
    title: 'Justify',
    minutes: 5,
    items: [
      { id: 'layer-throughput', title: 'Throughput of each layer' },
      { id: 'hop-latency', title: 'Latency between each pair of layers' },
      { id: 'overall-latency', title: 'Overall latency' },
      { id: 'choices', title: 'Technology choices against alternatives' },
      { id: 'trade-offs', title: 'Trade-offs' },
    ],
  },
  {
    id: 'metrics',
    title: 'Key metrics',
    minutes: 3,
    items: [
      { id: 'service-metrics', title: 'Availability, latency, throttling, request patterns' },
      { id: 'experience', title: 'Customer experience' },
      { id: 'resources', title: 'Resources, on dashboards' },
      { id: 'business', title: 'Business metrics' },
    ],
  },
  {
    id: 'health',
    title: 'Health monitoring',
    minutes: 2,
    items: [
      { id: 'services', title: 'Latency and health of each service' },
      { id: 'tools', title: 'Tools' },
      { id: 'canaries', title: 'Canaries' },
      { id: 'automated-recovery', title: 'Automated recovery' },
    ],
  },
  {
    id: 'logs',
    title: 'Log systems',
    minutes: 2,
    items: [
      { id: 'collection', title: 'Collection and analysis' },
      { id: 'retention', title: 'Retention, access, parsing' },
    ],
  },
  {
    id: 'security',
    title: 'Security',
    minutes: 2,
    items: [
      { id: 'firewall', title: 'Firewall; limited ingress and egress; injection and DDoS' },
      { id: 'encryption', title: 'Encryption at rest and in transit; TLS' },
      { id: 'access', title: 'Authentication, authorization, least privilege' },
      { id: 'audits', title: 'Audits, compliance, intrusion detection' },
      { id: 'privacy', title: 'Privacy' },
    ],
  },
  {
    id: 'deployment',
    title: 'Deployment',
    minutes: null,
    items: [{ id: 'orchestration', title: 'Containers, orchestration, infrastructure as code' }],
  },
  {
    id: 'recovery',
    title: 'Disaster recovery',
    minutes: null,
    items: [{ id: 'backups', title: 'Backups, recovery time, recovery point' }],
  },
  {
    id: 'cost',
    title: 'Cost',
    minutes: null,
    items: [{ id: 'budget', title: 'Budget and utilization' }],
  },
  {
    id: 'compliance',
    title: 'Compliance',
    minutes: null,
    items: [{ id: 'standards', title: 'Governance and standards' }],
  },
  {
    id: 'ux',
    title: 'User experience',
    minutes: null,
    items: [{ id: 'accessibility', title: 'Latency and accessibility' }],
  },
  {
    id: 'i18n',
    title: 'Internationalization',
    minutes: null,
    items: [{ id: 'languages', title: 'Languages and time zones' }],
  },
  {
    id: 'testing',
    title: 'Testing',
    minutes: null,
    items: [{ id: 'strategy', title: 'Strategy of tests and delivery' }],
  },
  {
    id: 'rate-limits',
    title: 'Rate limits',
    minutes: null,
    items: [{ id: 'throttling', title: 'Throttling' }],
  },
  {
    id: 'data-flow',
    title: 'Data flow',
    minutes: null,
    items: [{ id: 'pipelines', title: 'Pipelines: ETL and stream processing' }],
  },
  {
    id: 'governance',
    title: 'Data governance',
    minutes: null,
    items: [{ id: 'policies', title: 'Policies' }],
  },
] as const satisfies readonly Section[];

export type SectionId = (typeof sections)[number]['id'];

export const sectionIds: readonly SectionId[] = sections.map(({ id }) => id);

/** The sections with a time box, in the order of an interview. */
export const timedSections: readonly (Section & { readonly id: SectionId; readonly minutes: number })[] =
  sections.filter(
    (section): section is Extract<(typeof sections)[number], { readonly minutes: number }> =>
      section.minutes !== null,
  );
