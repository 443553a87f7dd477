import type { Design, Edge, Flow, Node } from '../../../../../shared/model/schema';

type Config = NonNullable<Node['config']>;

/** A design as a candidate draws it: components by their ids, calls as `from to`. */
export interface Drawing {
  readonly nodes: Readonly<Record<string, readonly [kind: string, config?: Config, technology?: string]>>;
  readonly edges: Readonly<Record<string, Omit<Edge, 'id' | 'from' | 'to'>>>;
  readonly flows: readonly Flow[];
  readonly targets?: Design['system']['targets'];
  readonly practices?: readonly string[];
  readonly writing?: Design['writing'];
}

/** The drawing as a design. */
export function drawn(name: string, { nodes, edges, flows, targets, practices, writing }: Drawing): Design {
  return {
    format: 'loadline',
    version: 1,
    id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    name,
    createdAt: '2026-01-01T09:00:00.000Z',
    updatedAt: '2026-01-01T09:45:00.000Z',
    system: {
      flows: [...flows],
      nodes: Object.entries(nodes).map(
        ([id, [kind, config, technology]]): Node => ({
          id,
          kind,
          ...(config && { config }),
          ...(technology && { technology }),
        }),
      ),
      edges: Object.entries(edges).map(([call, edge]): Edge => {
        const [from = '', to = ''] = call.split(' ');
        return { id: `${from}-${to}`, from, to, ...edge };
      }),
      ...(targets && { targets }),
      ...(practices && {
        practices: Object.fromEntries(practices.map((id) => [id, { answer: 'yes' as const }])),
      }),
    },
    layout: {},
    ...(writing && { writing }),
  };
}
