import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { elbowRoutes, routeEdgesOf } from '../../shared/diagram/route';
import { arrangementOf } from '../../shared/layout/arrangement';
import { nodeBoxes } from '../../shared/layout/geometry';
import { type Design, marksOf, nodesOf } from '../../shared/model/schema';
import { database } from '../storage/database';
import { readStored } from '../storage/designs';
import { iconLines, loadLogos } from '../ui/brand-logos';
import { miniatureOf } from './miniature';

/** With more nodes edges are led by their ends alone, and nothing is analysed: the page would stand still for it. */
const mostInDetail = 150;

interface Drawn {
  readonly updatedAt: string;
  readonly address: Promise<string | null>;
}

/** The last picture of each design in each theme. */
const drawn = new Map<string, Drawn>();

/** Pictures are drawn one after the other, each in a free moment: a library can have many designs. */
let before: Promise<unknown> = Promise.resolve();

const freeMoment = (): Promise<void> =>
  new Promise((resolveMoment) => {
    requestIdleCallback(() => resolveMoment(), { timeout: 500 });
  });

/** The address of a stored design's picture as it was last changed; null where nothing is drawn in it, or it cannot be read. */
export function designPicture(
  id: string,
  updatedAt: string,
  theme: 'light' | 'dark',
): Promise<string | null> {
  const key = `${theme} ${id}`;
  const known = drawn.get(key);
  if (known?.updatedAt === updatedAt) return known.address;
  const address = before.then(freeMoment).then(() => drawStored(id, theme));
  // One that cannot be drawn does not keep the next from being drawn.
  before = address.catch(() => null);
  drawn.set(key, { updatedAt, address });
  void address.then(() => release(known));
  return address;
}

/** The picture before is in nobody's hands once the new one is there. */
async function release(known: Drawn | undefined): Promise<void> {
  const address = await known?.address;
  if (typeof address === 'string') URL.revokeObjectURL(address);
}

async function drawStored(id: string, theme: 'light' | 'dark'): Promise<string | null> {
  const stored = await readStored(database, id);
  if (stored.kind !== 'found') return null;
  const { design } = stored;
  if (nodesOf(design).length === 0 && marksOf(design).length === 0) return null;
  const resolved = resolve(design);
  await loadLogos(resolved);
  const svg = svgOf(design, resolved, theme);
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}

function svgOf(design: Design, resolved: ResolvedDesign, theme: 'light' | 'dark'): string {
  const isLarge = resolved.nodes.length > mostInDetail;
  if (isLarge) {
    const boxes = nodeBoxes(resolved, arrangementOf(design, resolved).places);
    const routes = elbowRoutes(routeEdgesOf(design, resolved), boxes);
    return miniatureOf(design, resolved, null, theme, iconLines, { annotations: true, routes });
  }
  const result = analyze(resolved, { percentiles: false });
  const analysis = result.ok ? result.analysis : null;
  return miniatureOf(design, resolved, analysis, theme, iconLines, { annotations: true });
}
