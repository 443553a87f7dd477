import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import './page.css';
import type { ExcalidrawImperativeAPI, NormalizedZoomValue } from '@excalidraw/excalidraw/types';
import { createRoot } from 'react-dom/client';
import { countOfPage, rootElement } from '../peer-page';
import { keep, kept } from './kept';
import { shapesOf } from './shapes';

type Skeletons = NonNullable<Parameters<typeof convertToExcalidrawElements>[0]>;
type Elements = ReturnType<typeof convertToExcalidrawElements>;

function skeletonsOf(count: number): Skeletons {
  const { shapes, arrows } = shapesOf(count);
  const plain = { roughness: 0, strokeWidth: 1 } as const;
  return [
    ...shapes.map(({ label, ...box }) => ({
      ...plain,
      ...box,
      type: 'rectangle' as const,
      backgroundColor: '#ffffff',
      fillStyle: 'solid' as const,
      label: { text: label, fontSize: 14, fontFamily: 2 },
    })),
    ...arrows.map(({ id, from, to }) => ({
      ...plain,
      id,
      type: 'arrow' as const,
      x: from.x + from.width,
      y: from.y + from.height / 2,
      width: to.x - from.x - from.width,
      height: to.y - from.y,
      points: [
        [0, 0],
        [to.x - from.x - from.width, to.y - from.y],
      ],
      start: { id: from.id },
      end: { id: to.id },
    })),
  ] as Skeletons;
}

async function elementsOf(count: number): Promise<Elements> {
  const name = `excalidraw-${count}`;
  const found = await kept<Elements>(name);
  if (found !== undefined) return found;
  const made = convertToExcalidrawElements(skeletonsOf(count), { regenerateIds: false });
  await keep(name, made);
  return made;
}

/** Its fonts, from this very server. */
Object.assign(window, { EXCALIDRAW_ASSET_PATH: './' });
const elements = await elementsOf(countOfPage());
window.isKept = true;
let api: ExcalidrawImperativeAPI | null = null;
const asked = new URLSearchParams(location.search);
const [x, y, zoom] = ['x', 'y', 'zoom'].map((name) => Number(asked.get(name))) as [number, number, number];

const appStateOf = (camera: { x: number; y: number; zoom: number }) => ({
  zoom: { value: camera.zoom as NormalizedZoomValue },
  scrollX: camera.x / camera.zoom,
  scrollY: camera.y / camera.zoom,
});

window.peer = {
  isShown: () =>
    api !== null &&
    !api.getAppState().isLoading &&
    api.getSceneElements().length >= elements.length &&
    document.querySelector('canvas.static') !== null &&
    document.querySelector('.LoadingMessage') === null,
  show: (camera) => api?.updateScene({ appState: appStateOf(camera) as never }),
  camera: () => {
    const state = api?.getAppState();
    if (state === undefined) throw new Error('Excalidraw is not there.');
    const { value } = state.zoom;
    return { x: state.scrollX * value, y: state.scrollY * value, zoom: value };
  },
};

createRoot(rootElement()).render(
  <Excalidraw
    excalidrawAPI={(given) => {
      api = given;
    }}
    initialData={{ elements, appState: appStateOf({ x, y, zoom }) as never }}
  />,
);
