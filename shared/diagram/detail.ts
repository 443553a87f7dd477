import type { ResolvedNode } from '../catalog/resolved';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** How large a node is, in the words of its kind: '6 × 32', '3 nodes', '4 shards × 3', '12 partitions'; '' where that says nothing. */
function sizeOf(node: ResolvedNode): string {
  const { config, kind } = node;
  switch (node.behaviour) {
    case 'source':
    case 'observer':
      return '';
    case 'pass-through':
      return 'not modelled';
    case 'store': {
      const shards = config.shards > 1 ? counted(config.shards, 'shard', 'shards') : '';
      if (config.replicasPerShard <= 1) return shards;
      return shards === '' ? `${config.replicasPerShard} replicas` : `${shards} × ${config.replicasPerShard}`;
    }
    case 'buffer': {
      const { partitions } = config.other;
      return partitions === undefined ? '' : counted(partitions, 'partition', 'partitions');
    }
    case 'distributor':
      // How a name server picks goes without saying; how a balancer does is what it is for.
      return kind.layer === 'traffic' && kind.main.includes('algorithm')
        ? config.algorithm.replace('-', ' ')
        : '';
    case 'inline-cache':
    case 'aside-cache':
      return kind.managed === true ? '' : counted(config.replicas, 'node', 'nodes');
    case 'station': {
      const atOnce = config.concurrency * config.scaleUp;
      return kind.managed === true ? '' : `${config.replicas} × ${atOnce}`;
    }
  }
}

/** The second line of a card: technology, or the kind where none is named, and size: 'Go · 6 × 32'. */
export function detailOf(node: ResolvedNode): string {
  const what = node.technology ?? (node.kind.title === node.name ? '' : node.kind.title);
  const size = sizeOf(node);
  if (what === '' && size === '') return node.kind.title;
  return [what, size].filter((part) => part !== '').join(' · ');
}
