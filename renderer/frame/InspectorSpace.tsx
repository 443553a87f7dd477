import { useEffect, useRef } from 'react';
import { coverRight } from '../canvas/viewport';
import { Inspector } from '../panels/deferred-panels';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import styles from './InspectorSpace.module.css';

/** Where the inspector is: over the right of the canvas, which then knows what of it is covered, or in a column of its own. */
export function InspectorSpace({ inert }: { readonly inert: boolean }) {
  const editor = useEditor();
  const place = useView((state) => state.inspectorPlace);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = sheet.current;
    if (element === null || place === 'column') return;
    const watch = new ResizeObserver(() => coverRight(editor, element.offsetWidth));
    watch.observe(element);
    return () => {
      watch.disconnect();
      coverRight(editor, 0);
    };
  }, [editor, place]);
  return (
    <div className={styles.space} data-place={place} inert={inert}>
      <div ref={sheet} className={styles.sheet}>
        <Inspector />
      </div>
    </div>
  );
}
