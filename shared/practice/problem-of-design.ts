import { analyze } from '../analysis/analyze';
import { kindOf } from '../catalog/index';
import type { ResolvedFlow } from '../catalog/resolved';
import { resolvedOf } from '../catalog/resolved-index';
import { whatIf } from '../edits/what-if';
import { inLanguage } from '../math/format-message';
import type { Language } from '../math/language';
import type { Quantities } from '../math/quantity';
import { applyChanges } from '../model/apply';
import { type Design, nodesOf } from '../model/schema';
import { failingFlows } from './events';
import { type Problem, problemFormat, problemVersion } from './problem';
import { termsOf } from './terms';

/** What a person writes of a problem beside its design. */
export interface ProblemWords {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly prompt: string;
}

type Say = (text: string, values?: Quantities) => string;

/** An estimate may be off by so much either way. */
const estimateFactor = 2;

/**
 * A design as a practice problem with it as the reference: its flows and targets are what is asked, its rates and storage what is
 * estimated, its components the roles, its interfaces, entities and decisions what an answer has to name. null where it has no flow
 * with a rate: then nothing could be measured.
 */
export function problemOfDesign(design: Design, words: ProblemWords, language: Language): Problem | null {
  const resolved = resolvedOf(design).design;
  const flows = resolved.flows.filter(({ rateRps }) => rateRps > 0);
  if (flows.length === 0) return null;
  const say: Say = (text, values) => inLanguage(language, text, values);
  const { outOfScope = [] } = design.writing?.brief ?? {};
  return {
    format: problemFormat,
    version: problemVersion,
    id: words.id,
    title: words.title,
    summary: words.summary,
    prompt: { text: words.prompt },
    questions: questionsOf(flows, say),
    functional: flows.map(({ id, name }) => ({ id, title: name, terms: termsOf(name) })),
    outOfScope: outOfScope.map((title, at) => ({ id: `out-${at + 1}`, title, terms: termsOf(title) })),
    nonFunctional: requirementsOf(design, flows, say),
    estimates: estimatesOf(design, flows, say),
    flows: flows.map(askedFlow),
    roles: rolesOf(design, say),
    ...namedParts(design),
    deepDive: decisionsOf(design),
    pitfalls: [],
    followUps: [
      {
        id: 'twice-the-load',
        title: say('Twice the load'),
        event: { kind: 'load', factor: 2 },
        survives: failingFlows(atTwiceTheLoad(design)).length === 0,
        text: say('Every flow gets twice its rate.'),
      },
    ],
    hints: [],
    reference: design,
    variants: [],
  };
}

const questionsOf = (flows: readonly ResolvedFlow[], say: Say): Problem['questions'] =>
  flows.flatMap(({ id, name, rateRps, requestBytes, responseBytes }) => [
    {
      id: `${id}-rate`.slice(0, 64),
      title: say('How many {flow} a second?', { flow: name }),
      terms: termsOf(name).flatMap((term) => [`how many ${term}`, `${term} per`, `rate of ${term}`]),
      text: say('{rate} at peak.', { rate: { rps: rateRps } }),
    },
    {
      id: `${id}-size`.slice(0, 64),
      title: say('How large is a {flow}?', { flow: name }),
      terms: termsOf(name).flatMap((term) => [`size of ${term}`, `how large ${term}`, `bytes ${term}`]),
      text: say('{request} asked, {response} answered.', {
        request: { bytes: requestBytes },
        response: { bytes: responseBytes },
      }),
    },
  ]);

const flowMetrics = [
  'p50Ms',
  'p95Ms',
  'p99Ms',
  'completionMeanMs',
  'completionP99Ms',
  'availability',
  'headroom',
] as const;
const designMetrics = ['availability', 'rpoSeconds', 'rtoSeconds', 'monthlyCostUsd', 'consistency'] as const;

/** Those of an object's fields that are set. */
function picked<T extends object, K extends keyof T>(
  of: T | undefined,
  keys: readonly K[],
): Partial<Pick<T, K>> {
  const found: Partial<Pick<T, K>> = {};
  for (const key of keys) if (of?.[key] !== undefined) found[key] = of[key];
  return found;
}

/** The targets of the flows and of the design, each measured. */
function requirementsOf(design: Design, flows: readonly ResolvedFlow[], say: Say): Problem['nonFunctional'] {
  const ofFlows = flows.flatMap(({ id, name, targets }) => {
    const wanted = picked(targets, flowMetrics);
    if (Object.keys(wanted).length === 0) return [];
    return [
      {
        id,
        title: say('The targets of {flow}', { flow: name }),
        terms: ['latency', 'availability', 'p99', 'nines'],
        measure: { of: 'flow', flow: id, targets: wanted } as const,
      },
    ];
  });
  const wanted = picked(design.system.targets, designMetrics);
  if (Object.keys(wanted).length === 0) return ofFlows;
  return [
    ...ofFlows,
    {
      id: 'of-the-design',
      title: say('The targets of the whole design'),
      terms: ['rpo', 'rto', 'recovery', 'cost', 'budget', 'consistency', 'availability'],
      measure: { of: 'design', targets: wanted } as const,
    },
  ];
}

function estimatesOf(design: Design, flows: readonly ResolvedFlow[], say: Say): Problem['estimates'] {
  const range = (value: number) => ({
    value,
    least: value / estimateFactor,
    most: value * estimateFactor,
  });
  const rates = flows.map(({ id, name, rateRps }) => ({
    id,
    title: say('{flow} a second at peak', { flow: name }),
    unit: 'rps' as const,
    ...range(rateRps),
    why: say('The design is drawn for {rate}.', { rate: { rps: rateRps } }),
    figure: { flowRps: id },
  }));
  const result = analyze(resolvedOf(design).design, { percentiles: false, limits: false });
  const stored = result.ok ? result.analysis.totals.estimates.storedBytesPerYear : 0;
  if (stored === 0) return rates;
  return [
    ...rates,
    {
      id: 'stored-a-year',
      title: say('Stored in a year, one copy'),
      unit: 'bytes',
      ...range(stored),
      why: say('What the writes of a day add, times the days of a year: {stored}.', {
        stored: { bytes: stored },
      }),
      figure: { total: 'storedBytesPerYear' },
    },
  ];
}

const askedFlow = (flow: ResolvedFlow): Problem['flows'][number] => ({
  id: flow.id,
  name: flow.name,
  kind: flow.kind,
  rps: flow.rateRps,
  requestBytes: flow.requestBytes,
  responseBytes: flow.responseBytes,
  storedBytes: flow.storedBytes,
});

/** A role for each kind of component of the design but its clients. */
function rolesOf(design: Design, say: Say): Problem['roles'] {
  const kinds = new Set(nodesOf(design).map(({ kind }) => kind));
  return [...kinds].flatMap((id) => {
    const kind = kindOf(id);
    if (kind === undefined || kind.behaviour === 'source') return [];
    return [{ id, title: say(kind.title), kinds: [id], why: say(kind.purpose), required: true }];
  });
}

function namedParts(design: Design): Pick<Problem, 'apis' | 'entities'> {
  const { apis = [], entities = [] } = design.writing ?? {};
  return {
    apis: apis.flatMap(({ id, method, path = '' }) => {
      const terms = termsOf(path);
      const title = [method, path].filter((part) => part !== undefined && part !== '').join(' ');
      return terms.length === 0 ? [] : [{ id, title, terms }];
    }),
    entities: entities.flatMap(({ id, name = '' }) => {
      const terms = termsOf(name);
      return terms.length === 0 ? [] : [{ id, title: name, terms }];
    }),
  };
}

/** A decision is a question of the deep dive; a good answer names its choice. */
const decisionsOf = (design: Design): Problem['deepDive'] =>
  (design.writing?.decisions ?? []).flatMap(({ id, title = '', choice = '' }) => {
    const terms = termsOf(choice);
    return title === '' || terms.length === 0
      ? []
      : [{ id, title, names: [{ id: 'choice', title: choice, terms }] }];
  });

/** The design with every rate doubled. */
function atTwiceTheLoad(design: Design): Design {
  const result = whatIf(design, { kind: 'load', factor: 2 });
  return result.ok ? applyChanges(design, result.edit.changes) : design;
}
