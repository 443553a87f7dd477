import { nodeTitle } from '../catalog/node-title';
import type { ResolvedNode } from '../catalog/resolved';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import type { Quantities } from '../math/quantity';
import type { Algorithm } from '../model/vocabulary';

const algorithmTitles: Readonly<Record<Algorithm, string>> = {
  'least-connections': 'least connections',
  'round-robin': 'round robin',
  random: 'random',
  'ip-hash': 'ip hash',
  geo: 'geo',
};

/** How large a node is, in the words of its kind: '6 × 32', '3 nodes', '4 shards × 3', '12 partitions'; '' where that says nothing. */
function sizeOf(node: ResolvedNode, language: Language): string {
  const { config, kind } = node;
  const say = (text: string, values?: Quantities) => inLanguage(language, text, values);
  switch (node.behaviour) {
    case 'source':
    case 'observer':
      return '';
    case 'pass-through':
      return say('not modelled');
    case 'store': {
      const shards = { count: config.shards };
      const replicas = { count: config.replicasPerShard };
      if (config.shards <= 1)
        return config.replicasPerShard <= 1
          ? ''
          : say('{replicas, plural, one {# replica} other {# replicas}}', { replicas });
      return config.replicasPerShard <= 1
        ? say('{shards, plural, one {# shard} other {# shards}}', { shards })
        : say('{shards, plural, one {# shard} other {# shards}} × {replicas}', { shards, replicas });
    }
    case 'buffer': {
      const { partitions } = config.other;
      return partitions === undefined
        ? ''
        : say('{count, plural, one {# partition} other {# partitions}}', { count: { count: partitions } });
    }
    case 'distributor':
      // How a name server picks goes without saying; how a balancer does is what it is for.
      return kind.layer === 'traffic' && kind.main.includes('algorithm')
        ? say(algorithmTitles[config.algorithm])
        : '';
    case 'inline-cache':
    case 'aside-cache':
      return kind.managed === true
        ? ''
        : say('{count, plural, one {# node} other {# nodes}}', { count: { count: config.replicas } });
    case 'station':
      return kind.managed === true ? '' : `${config.replicas} × ${config.concurrency}`;
  }
}

/** Whether a word says no more than a name does: 'CDN' below 'CDN', 'cdn 2' or 'CDN'. */
function repeats(word: string, name: string): boolean {
  const [a, b] = [word.trim().toLowerCase(), name.trim().toLowerCase()];
  return a === b || (b.startsWith(`${a} `) && /^\d+$/.test(b.slice(a.length + 1)));
}

/**
 * The second line of a card: technology, or the kind where none is named, and size: 'Go · 6 × 32'. A technology or kind that only
 * repeats the name is left out; '' where nothing is left.
 */
export function detailOf(node: ResolvedNode, language: Language = english): string {
  const title = inLanguage(language, node.kind.title);
  const name = nodeTitle(node, language);
  const what = node.technology ?? (repeats(title, name) ? '' : title);
  return [repeats(what, name) ? '' : what, sizeOf(node, language)].filter((part) => part !== '').join(' · ');
}
