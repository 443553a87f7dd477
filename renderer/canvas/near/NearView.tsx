import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import { useEditor } from '../../store/editors';
import { nearArea, nearAreaOf } from './near-area';

/** Keeps the area near the view; it draws nothing, and no movement of the view draws it again. */
export function NearView() {
  const editor = useEditor();
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const store = nearAreaOf(editor);
    const follow = (): void => {
      const { transform, width, height } = flow.getState();
      // Before it is measured nothing is near.
      if (width === 0 || height === 0) return;
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      const { area } = store.getState();
      const next = nearArea(view, area);
      if (next !== area) store.setState({ area: next });
    };
    follow();
    const stop = flow.subscribe(follow);
    return () => {
      stop();
      store.setState({ area: null });
    };
  }, [editor, flow]);
  return null;
}
