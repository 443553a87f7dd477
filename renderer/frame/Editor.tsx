import { Canvas } from '../canvas/Canvas';
import { Inspector } from '../panels/deferred-panels';
import { Drawer } from '../panels/drawer/Drawer';
import { Palette } from '../panels/palette/Palette';
import { useEditor } from '../store/editors';
import styles from './Editor.module.css';
import { EditorPane } from './EditorPane';
import { ReadOnlyBanner } from './ReadOnlyBanner';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';

/** The frame of an open design: bar, palette, canvas over drawer, inspector, status. Each panel decides its own width. */
export function Editor() {
  const editor = useEditor();
  return (
    <EditorPane editor={editor} className={styles.editor}>
      <div className={styles.top}>
        <TopBar />
        <ReadOnlyBanner />
      </div>
      <div className={styles.palette}>
        <Palette />
      </div>
      <div className={styles.canvas}>
        <Canvas />
      </div>
      <div className={styles.drawer}>
        <Drawer />
      </div>
      <div className={styles.inspector}>
        <Inspector />
      </div>
      <div className={styles.status}>
        <StatusBar />
      </div>
    </EditorPane>
  );
}
