import { nodesOfBehaviour } from '../facts/nodes';
import { type Call, partsOf } from '../facts/parts';
import { serviceBetween } from '../fixes/service-between';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Files are meant to be fetched from an object store, with a signed address. */
const meantForClients: ReadonlySet<string> = new Set(['object-store']);
const storing: ReadonlySet<string> = new Set(['store', 'aside-cache', 'buffer']);

/** TOP-02. A scheduler runs beside the stores and may call them. */
export const clientToDataStore: Rule = {
  id: 'client-to-data-store',
  code: 'TOP-02',
  title: 'Client talks directly to a data store',
  severity: 'error',
  stage: 'broken',
  message: '{client} talks directly to {store}.',
  why: 'A data store that clients reach cannot check who may do what, and cannot change without changing every client.',
  fix: 'Put a service between them, behind a load balancer or an API gateway.',
  fixes: {
    'service-between': 'Put a service between them that authorizes each request and calls {store} itself.',
  },
  source: {
    text: 'AWS Well-Architected, Security Pillar: control traffic at all layers (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design } = context;
    const { byId } = partsOf(design);
    const hits: Hit[] = [];
    for (const client of nodesOfBehaviour(design, 'source')) {
      if (client.kind.id === 'scheduler') continue;
      const direct = byId.get(client.id)?.calls.filter(isDirect) ?? [];
      const edges = direct.map(({ edge }) => edge);
      for (const { edge, to } of direct) {
        const store = to.node;
        const quickFix = serviceBetween(context, client, store, edges);
        const values = { client: { part: client.id }, store: { part: store.id } };
        hits.push({ target: edge.id, values, ...(quickFix && { quickFix }) });
      }
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A service comes between',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
        {
          title: 'Files come straight from an object store',
          design: sketch({ user: 'client', files: 'object-store' }, 'user -> files'),
        },
      ],
      invalid: [
        {
          title: 'A client reads the database',
          target: 'user-db',
          design: sketch({ user: 'client', db: 'sql-database' }, 'user -> db'),
        },
        {
          title: 'A client writes to the queue',
          target: 'user-jobs',
          design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner'),
        },
      ],
    };
  },
};

const isDirect = ({ to: { node } }: Call): boolean =>
  storing.has(node.behaviour) && !meantForClients.has(node.kind.id);
