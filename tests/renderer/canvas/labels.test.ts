import { describe, expect, test } from 'vitest';
import { routeKeeper } from '../../../renderer/canvas/edges/edge-routes';
import { labelWidths } from '../../../renderer/canvas/figure-store';
import { startRouteJobs } from '../../../renderer/engine/route-jobs';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { type PlacedLabel, placedLabel, shownLabel } from '../../../shared/diagram/edge-label';
import { figuresOf } from '../../../shared/diagram/figures';
import { labelsOf, sceneOf } from '../../../shared/formats/svg/scene';
import { type Design, edgesOf } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates';
import { fakeJobWorkers } from '../../support/fake-job-worker';
import { hardDesigns, longLabels, longLabelsAlone } from '../../support/hard-designs';

const analysisOf = (design: Design) => {
  const result = analyze(resolve(design));
  return result.ok ? result.analysis : null;
};

const still = { places: {}, boxes: {} };

/** The labels that the canvas draws at 100 %, by edge id. */
function onCanvas(design: Design, withFigures: boolean): ReadonlyMap<string, PlacedLabel> {
  const index = figuresOf(resolve(design), analysisOf(design));
  const scale = 1;
  const { widths, key } = labelWidths(index, design, scale, withFigures);
  const routes = routeKeeper(startRouteJobs(fakeJobWorkers().spawn), () => {})(design, still, widths, key);
  const labels = new Map<string, PlacedLabel>();
  for (const { id } of edgesOf(design)) {
    const label = index.edge(id);
    const placed = label && placedLabel(shownLabel(label, withFigures), routes.get(id)?.label ?? null, scale);
    if (placed) labels.set(id, placed);
  }
  return labels;
}

const inPicture = (design: Design, showFigures: boolean) =>
  labelsOf(sceneOf(design, resolve(design), analysisOf(design), { showFigures }));

describe.each([...templates.map(({ design }) => design), ...hardDesigns])('the edges of $id', (design) => {
  test.each([true, false])(
    'have the same labels at the same places on the canvas and in a picture (figures: %s)',
    (figures) => {
      const canvas = onCanvas(design, figures);
      expect([...canvas]).toEqual([...inPicture(design, figures)]);
      if (figures && design.id !== longLabelsAlone.id) expect(canvas.size).toBeGreaterThan(0);
    },
  );
});

test('words too long for the room between two cards are shown with an ellipsis, not left out', () => {
  const texts = (design: Design) => [...onCanvas(design, true)].map(([id, { text }]) => `${id}: ${text}`);
  expect(texts(longLabels)).toEqual([
    'user-api: 1.2k · 20 ms',
    'api-db: 1.2k · writes the…',
    'api-queue: 1.2k · async · OrderPlaced, OrderChanged, OrderCancelled',
  ]);
  expect(texts(longLabelsAlone)).toEqual([
    'user-api: 20 ms · places…',
    'api-db: writes the…',
    'api-queue: async · OrderPlaced, OrderChanged, OrderCancelled',
  ]);
});
