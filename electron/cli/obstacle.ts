import type { ResolvedDesign } from '../../shared/catalog/resolved';

/**
 * In one line what keeps a design from having figures, where, and the fix. It is the rules that find words for it, and they take
 * longer to load than figures to be worked out: who has figures needs them not.
 */
export async function obstacleOf(design: ResolvedDesign, load = 1): Promise<string> {
  const { assess } = await import('./assess');
  return assess(design, load).obstacle;
}
