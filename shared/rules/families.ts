/** The letters that a rule's code begins with: what its family is about, and the folder it lies in. */
export interface RuleFamily {
  readonly code: string;
  /** The folder below `shared/rules`. */
  readonly id: string;
  readonly title: string;
}

export const ruleFamilies: readonly RuleFamily[] = [
  { code: 'RUN', id: 'soundness', title: 'Soundness of the design' },
  { code: 'TOP', id: 'structure', title: 'Structure' },
  { code: 'TGT', id: 'targets', title: 'Targets' },
  { code: 'CAP', id: 'capacity', title: 'Capacity' },
  { code: 'LAT', id: 'latency', title: 'Latency' },
  { code: 'SCALE', id: 'scaling', title: 'Scaling' },
  { code: 'CACHE', id: 'caching', title: 'Caching' },
  { code: 'Q', id: 'messaging', title: 'Queues and streams' },
  { code: 'DATA', id: 'data', title: 'Data' },
  { code: 'CON', id: 'consistency', title: 'Consistency' },
  { code: 'SPOF', id: 'availability', title: 'Availability' },
  { code: 'RES', id: 'resilience', title: 'Resilience' },
  { code: 'API', id: 'api', title: 'Interfaces' },
  { code: 'SEC', id: 'security', title: 'Security' },
  { code: 'OBS', id: 'observability', title: 'Observability' },
  { code: 'OPS', id: 'operations', title: 'Operations' },
  { code: 'COST', id: 'cost', title: 'Cost' },
];

/** The family of a rule's code, e.g. of CAP-01. */
export function familyOf(code: string): RuleFamily {
  const letters = code.replace(/-.*/, '');
  const family = ruleFamilies.find((one) => one.code === letters);
  if (family === undefined) throw new Error(`${code} is of no family`);
  return family;
}
