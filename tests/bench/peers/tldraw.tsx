import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import {
  createBindingId,
  createShapeId,
  type Editor,
  getSnapshot,
  type TLEditorSnapshot,
  Tldraw,
  toRichText,
} from 'tldraw';
import 'tldraw/tldraw.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { countOfPage, rootElement } from '../peer-page';
import { keep, kept } from './kept';
import { shapesOf } from './shapes';

const count = countOfPage();
const name = `tldraw-${count}`;
const { shapes, arrows } = shapesOf(count);
const snapshot = await kept<TLEditorSnapshot>(name);
window.isKept = snapshot !== undefined;
/** From this very server: without a network the editor would wait for its own. */
const assetUrls = getAssetUrlsByImport();
let editor: Editor | null = null;
const asked = new URLSearchParams(location.search);
const [x, y, zoom] = ['x', 'y', 'zoom'].map((key) => Number(asked.get(key))) as [number, number, number];

function draw(to: Editor): void {
  to.createShapes(
    shapes.map(({ id, label, x: left, y: top, width, height }) => ({
      id: createShapeId(id),
      type: 'geo' as const,
      x: left,
      y: top,
      props: {
        geo: 'rectangle',
        w: width,
        h: height,
        dash: 'solid',
        size: 's',
        font: 'sans',
        fill: 'solid',
        richText: toRichText(label),
      },
    })),
  );
  to.createShapes(
    arrows.map(({ id }) => ({
      id: createShapeId(id),
      type: 'arrow' as const,
      props: { dash: 'solid', size: 's' },
    })),
  );
  to.createBindings(
    arrows.flatMap(({ id, from, to: end }) =>
      (['start', 'end'] as const).map((terminal) => ({
        id: createBindingId(),
        type: 'arrow' as const,
        fromId: createShapeId(id),
        toId: createShapeId(terminal === 'start' ? from.id : end.id),
        props: {
          terminal,
          normalizedAnchor: { x: 0.5, y: 0.5 },
          isExact: false,
          isPrecise: false,
          snap: 'none' as const,
        },
      })),
    ),
  );
}

const look = (at: Editor, camera: { x: number; y: number; zoom: number }): void => {
  at.setCamera(
    { x: camera.x / camera.zoom, y: camera.y / camera.zoom, z: camera.zoom },
    { immediate: true, force: true },
  );
};

window.peer = {
  isShown: () =>
    editor !== null &&
    editor.getCurrentPageShapeIds().size >= shapes.length + arrows.length &&
    document.querySelector('.tl-shape') !== null,
  show: (camera) => {
    if (editor !== null) look(editor, camera);
  },
  camera: () => {
    if (editor === null) throw new Error('tldraw is not there.');
    const { x: left, y: top, z } = editor.getCamera();
    return { x: left * z, y: top * z, zoom: z };
  },
};

createRoot(rootElement()).render(
  <Tldraw
    assetUrls={assetUrls}
    {...(snapshot === undefined ? {} : { snapshot })}
    options={{ maxShapesPerPage: 100_000 }}
    cameraOptions={{ zoomSteps: [0.002, 0.1, 1, 8] }}
    onMount={(mounted) => {
      mounted.user.updateUserPreferences({ animationSpeed: 0 });
      if (snapshot === undefined) mounted.run(() => draw(mounted), { history: 'ignore' });
      look(mounted, { x, y, zoom });
      editor = mounted;
      if (snapshot === undefined)
        void keep(name, getSnapshot(mounted.store)).then(() => {
          window.isKept = true;
        });
    }}
  />,
);
