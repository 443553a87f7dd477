import { kindOf } from '../catalog/index';
import { resolvedOf } from '../catalog/resolved-index';
import { add } from '../edits/add';
import { type EditResult, edited } from '../edits/edit';
import { insertOnEdge } from '../edits/insert-on-edge';
import { message, words } from '../math/message';
import type { Change } from '../model/changes';
import type { Config } from '../model/config';
import { type Design, edgesOf, nodesOf } from '../model/schema';
import type { SectionId } from './sections';

/** Something that a section asks for, and how it is added to a design: nobody writes prose in two minutes. */
export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  readonly adds: /** A component beside the one that is selected, or the busiest layer's first. */
    | { readonly beside: string }
    /** A component before what the clients call. */
    | { readonly before: string }
    /** A setting of every component whose kind has it. */
    | { readonly set: Config };
}

const dayS = 86_400;

export const checklists: { readonly [S in SectionId]?: readonly ChecklistItem[] } = {
  'deep-dive': [
    { id: 'rate-limit', title: 'Rate limit', adds: { before: 'rate-limiter' } },
    { id: 'multi-zone', title: 'Several zones', adds: { set: { multiZone: true } } },
    { id: 'backup', title: 'Daily backup', adds: { set: { backupEverySeconds: dayS } } },
    { id: 'dead-letters', title: 'Dead-letter queue', adds: { beside: 'dead-letter-queue' } },
  ],
  metrics: [{ id: 'metrics', title: 'Metrics', adds: { beside: 'metrics' } }],
  health: [
    { id: 'alerting', title: 'Alerts', adds: { beside: 'alerting' } },
    { id: 'canary', title: 'Canary', adds: { beside: 'canary' } },
  ],
  logs: [
    { id: 'logs', title: 'Logs', adds: { beside: 'logs' } },
    { id: 'traces', title: 'Traces', adds: { beside: 'traces' } },
  ],
  security: [
    { id: 'waf', title: 'Web application firewall', adds: { before: 'waf' } },
    { id: 'ddos', title: 'DDoS protection', adds: { before: 'ddos-protection' } },
    { id: 'encrypted', title: 'Encryption at rest', adds: { set: { encryptedAtRest: true } } },
    { id: 'secrets', title: 'Secret manager', adds: { beside: 'secret-manager' } },
  ],
};

/** Adds the thing of a checklist; `selected` is the component that it is beside. Refused where the design has no place for it. */
export function checklistEdit(
  design: Design,
  { title, adds }: ChecklistItem,
  selected: string | null,
): EditResult {
  if ('set' in adds) return setOnAll(design, title, adds.set);
  if ('before' in adds) return beforeAll(design, adds.before);
  const near = nodesOf(design).find(({ id }) => id === selected)?.id ?? serviceOf(design);
  if (near === null) return { ok: false, reason: message('Draw the service first that it belongs to.') };
  const calls = kindOf(adds.beside)?.behaviour === 'source';
  return add(design, { kind: adds.beside, ...(calls ? { near } : { from: near }) });
}

/** The component that most likely owns it: the first service, else the first that is called. */
function serviceOf(design: Design): string | null {
  const nodes = nodesOf(design);
  const called = nodes.filter(({ kind }) => kindOf(kind)?.behaviour !== 'source');
  return (called.find(({ kind }) => kindOf(kind)?.layer === 'service') ?? called[0])?.id ?? null;
}

function beforeAll(design: Design, kind: string): EditResult {
  const sources = new Set(
    nodesOf(design).flatMap((node) => (kindOf(node.kind)?.behaviour === 'source' ? [node.id] : [])),
  );
  const edge = edgesOf(design).find(({ from }) => sources.has(from));
  if (edge === undefined)
    return { ok: false, reason: message('Connect the client first: it comes before what clients call.') };
  return insertOnEdge(design, { edge: edge.id, kind });
}

function setOnAll(design: Design, title: string, config: Config): EditResult {
  const fields = Object.entries(config);
  const takers = resolvedOf(design).design.nodes.filter(({ kind }) =>
    fields.every(([field]) => [...kind.main, ...kind.more].some((known) => known === field)),
  );
  if (takers.length === 0)
    return { ok: false, reason: message('No component of the design has this setting yet.') };
  const changes = takers.map(({ id }): Change => ({ op: 'patch-config', id, patch: config }));
  return edited(message('Set {title}', { title: words(title) }), changes);
}
